"""Words that say that something is said, and the stance that they give to it."""

from __future__ import annotations

from counterclaim.claims.attribution import Stance
from counterclaim.extraction.word_lists import words

# Verbs, by lemma. Where a belligerent admits an own loss, `concedes` is decided later, from the event.
VERBS: dict[str, Stance] = {
    **dict.fromkeys(
        words(
            "say tell state announce declare add tweet post write note explain remark reveal disclose inform stress emphasise emphasize",
            "warn argue comment mention point boast recall recount relate describe brief specify clarify reiterate",
            "repeat respond reply answer insist maintain release publish broadcast proclaim signal indicate suggest",
            "believe think hold contend put give name",
            "estimate predict assess conclude calculate count document record testify swear voice call condemn urge stress telegraph text",
            "see observe witness hear learn tally quip joke complain lament continue express appeal demand ask",
            "wonder doubt check investigate share upload circulate fear suspect speculate expect hope",
        ),
        Stance.SAYS,
    ),
    **dict.fromkeys(words("claim allege assert purport profess contend boast brag"), Stance.CLAIMS),
    **dict.fromkeys(words("confirm verify corroborate support"), Stance.CONFIRMS),
    **dict.fromkeys(words("concede admit acknowledge recognise recognize own"), Stance.CONCEDES),
    **dict.fromkeys(words("deny reject dismiss refute rebut brush repudiate disavow disclaim dispute debunk"), Stance.DENIES),
    **dict.fromkeys(words("accuse blame charge denounce"), Stance.ACCUSES),
    **dict.fromkeys(words("report rumour rumor quote cite show"), Stance.REPORTS),
}

# Verbs of speech so plain that a clause beside them is content even without a "that".
PLAIN_SPEECH = words(
    "say tell state announce declare add tweet write claim allege assert confirm admit acknowledge concede deny report insist maintain",
    "warn note explain reveal disclose argue estimate specify reiterate believe suspect fear think suggest indicate show post recall",
    "recount contend stress emphasise emphasize accuse conclude describe hear reply respond repeat proclaim boast learn mention",
    "predict swear testify remark quip joke complain lament comment",
)

# Verbs whose direct object tells what is said: "denied the report", "announced the capture of the town".
NOMINAL_CONTENT = words(
    "announce report claim confirm deny reject dismiss refute rebut brush condemn denounce acknowledge admit concede allege dispute reveal",
    "disclose describe estimate raise lower revise put place peg give voice accuse blame document record mention note recall tally express",
    "verify corroborate debunk repudiate disavow proclaim",
)

NOUNS: dict[str, Stance] = {
    **dict.fromkeys(
        words("statement announcement report communique communiqué declaration tweet post message comment remark", "account word"),
        Stance.SAYS,
    ),
    **dict.fromkeys(words("claim allegation assertion"), Stance.CLAIMS),
    **dict.fromkeys(words("denial rebuttal rejection"), Stance.DENIES),
    **dict.fromkeys(words("accusation charge"), Stance.ACCUSES),
    **dict.fromkeys(words("rumour rumor"), Stance.REPORTS),
    **dict.fromkeys(words("confirmation"), Stance.CONFIRMS),
    **dict.fromkeys(words("admission acknowledgement acknowledgment"), Stance.CONCEDES),
}

ADVERBS: dict[str, Stance] = {
    "reportedly": Stance.REPORTS,
    "allegedly": Stance.REPORTS,
    "purportedly": Stance.REPORTS,
    "supposedly": Stance.REPORTS,
    "apparently": Stance.REPORTS,
}

# Verbs that judge a claim: "called the report a lie".
JUDGING = words("call label brand term dub")

# "called the claim false", "is a lie": words that turn a judgement into a denial.
FALSE = words(
    "false untrue baseless fictitious fabricated lie lies nonsense propaganda unfounded groundless wrong fake misinformation",
    "disinformation hoax incorrect absurd",
)
# Where a statement is made: a channel, when it stands behind "on", "in", "via", "through".
CHANNELS: dict[str, str] = {
    "twitter": "Twitter",
    "x": "X",
    "tweet": "Twitter",
    "facebook": "Facebook",
    "telegram": "Telegram",
    "whatsapp": "WhatsApp",
    "instagram": "Instagram",
    "youtube": "YouTube",
    "tiktok": "TikTok",
    "website": "website",
    "statement": "statement",
    "communique": "statement",
    "communiqué": "statement",
    "video": "video",
    "audio": "audio message",
    "interview": "interview",
    "briefing": "briefing",
    "conference": "press conference",
    "post": "post",
    "message": "message",
    "television": "television",
    "tv": "television",
    "radio": "radio",
    "infographic": "infographic",
    "speech": "speech",
    "address": "address",
    "letter": "letter",
}


def is_listed(word: str) -> bool:
    """Tell whether a word is a noun or an adverb that reports what somebody said."""
    return word in NOUNS or word in ADVERBS


def stance_of(lemma: str) -> Stance:
    """Give the stance of a cue verb, noun or adverb; `says` for a word that is on no list."""
    return VERBS.get(lemma) or NOUNS.get(lemma) or ADVERBS.get(lemma) or Stance.SAYS
