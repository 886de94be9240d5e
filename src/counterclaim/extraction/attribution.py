"""All attributions of a report: the tagger's and the rules', put together, and speakers who go on speaking."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from spacy.tokens import Token

from counterclaim.claims.attribution import Stance
from counterclaim.claims.report import Part
from counterclaim.extraction import attribution_rules, cue_words, event_words, headings, syntax, transcript
from counterclaim.extraction.attribution_spans import phrase_span
from counterclaim.extraction.attributions import Attribution, Span, covers, overlap, trimmed, united
from counterclaim.extraction.draft import Draft, Sentence
from counterclaim.extraction.headings import IsSpeaker, never
from counterclaim.extraction.quotes import with_loose_quotes
from counterclaim.extraction.speaker_words import head_of
from counterclaim.extraction.speaking import REMARKS, beside_place, speaking
from counterclaim.extraction.tagger import Tagged, Tagger
from counterclaim.extraction.withheld import is_turned_down, is_unowned, is_withheld
from counterclaim.extraction.word_lists import words

HEADINGS = frozenset({Part.HEADLINE, Part.DECK, Part.HEADING})
LEAST_PROBABILITY = 0.35
FAR = 400  # characters
MOST = 0.5  # share of a sentence
CLAIMED = words("claim report statement allegation figure toll tweet news assertion accusation story propaganda video footage it this")
NEVER = (
    "nothing of the kind",
    "nothing of the sort",
    "is no such",
    "was no such",
    "were no such",
    "been no such",
    "no such incident",
    "no such attack",
    "no such thing",
    "no truth",
    "not true",
    "not the case",
    "not correspond to reality",
    "not correspond to the truth",
)
QUOTE_OPENS, QUOTE_CLOSES = "“«", "”»"


def attributions(draft: Draft, tagger: Tagger | None, is_speaker: IsSpeaker, is_land: IsSpeaker = never) -> list[Attribution]:
    """Give the attributions of a report in the order of their cues; the two questions are those of `headings.attribution`."""
    syntactic = attribution_rules.attributions(draft.doc)
    tagged = from_tagger(draft, tagger) if tagger is not None else []
    merged = merge(tagged, syntactic)
    blocks = [(s.start, s.end) for s in draft.report.sections if s.part is Part.BODY]
    turns = transcript.attributions(draft.text, blocks)
    merged = with_loose_quotes(draft.text, blocks, [*with_headings(draft, merged, is_speaker, is_land), *turns])
    found = sorted((_judged(draft, a) for a in merged if a.content and not _is_happening(draft, a)), key=lambda a: (a.cue, a.content))
    return sorted([*found, *continued(draft, found)], key=lambda a: (a.content[0], a.cue))


def _is_happening(draft: Draft, attribution: Attribution) -> bool:
    """Tell whether what "claims" something is an event: "a storm of shells claims many lives"."""
    head = head_of(draft, attribution.source) if attribution.source is not None else None
    return head is not None and head.pos_ in {"NOUN", "PROPN"} and head.lemma_.lower() in event_words.NOUNS


def heard(draft: Draft, tagger: Tagger | None) -> list[Attribution]:
    """Give every attribution that is heard, attitudes among them, before what reports nothing is sorted out.

    This is what corpora of attributions mark (PARC 3, PolNeAR), and what they measure.
    """
    blocks = [(s.start, s.end) for s in draft.report.sections if s.part is not Part.METADATA]
    found = [_plain(draft, t) for t in tagger.tag(draft.text, blocks)] if tagger else attribution_rules.attributions(draft.doc)
    turns = [t for t in transcript.attributions(draft.text, blocks) if not any(overlap(t.cue, f.cue) for f in found)]
    return with_loose_quotes(draft.text, blocks, [a for a in [*found, *turns] if a.content])


def _plain(draft: Draft, tagged: Tagged) -> Attribution:
    return Attribution(
        cue=tagged.cue,
        source=tagged.source[0] if tagged.source else None,
        content=trimmed(draft.text, tagged.content),
        stance=stance_of(draft, tagged.cue),
        rule="tagger",
        probability=tagged.probability,
    )


def _judged(draft: Draft, attribution: Attribution) -> Attribution:
    """Give an attribution that calls a claim false, or says that no such thing happened, as the denial that it is."""
    if attribution.withheld:
        return replace(attribution, stance=Stance.SAYS)
    if attribution.stance is Stance.DENIES or attribution.source is None or attribution.rule.startswith("reporting noun"):
        return attribution
    tokens = [t for span in attribution.content for t in draft.tokens_in(*span)]
    others = {t for said in tokens if said.tag_ == "VBG" and said.lemma_ in REMARKS for t in said.subtree}  # "…, *stressing* it was untrue"
    near = [t for t in tokens if abs(t.idx - attribution.cue[0]) < FAR and t not in others]
    said = " ".join(t.lower_ for t in near)
    called = any(t.lower_ in cue_words.FALSE and t.dep_ != "compound" for t in near) and any(t.lemma_.lower() in CLAIMED for t in near)
    if called or any(phrase in said for phrase in NEVER):
        return replace(attribution, stance=Stance.DENIES, rule=f"{attribution.rule}, called false")
    return attribution


def from_tagger(draft: Draft, tagger: Tagger) -> list[Attribution]:
    """Give the tagger's attributions, with the stance that the cue's words have."""
    blocks = [(s.start, s.end) for s in draft.report.sections if s.part is not Part.METADATA]
    sure = [t for t in tagger.tag(draft.text, blocks) if t.content and t.probability >= LEAST_PROBABILITY]
    tagged = [t for t in sure if _is_speech(draft, t.cue)]
    made = [_made(draft, t, [o.cue for o in sure]) for t in tagged]
    return [a for a in made if a.content]


def _is_speech(draft: Draft, cue: Span) -> bool:
    """Tell whether a cue holds a word that can report: a verb, a listed noun or adverb, "according"; not the "saying" of a relay."""
    if any(attribution_rules.relayed(t) is not None or is_unowned(t) or is_turned_down(t) for t in draft.tokens_in(*cue)):
        return False
    return any(t.pos_ == "VERB" or t.lower_ == "according" or cue_words.is_listed(t.lemma_.lower()) for t in draft.tokens_in(*cue))


def _made(draft: Draft, tagged: Tagged, cues: Sequence[Span]) -> Attribution:
    content = trimmed(draft.text, _own_sentences(draft, tagged, cues))
    return Attribution(
        cue=tagged.cue,
        source=_source(draft, tagged),
        content=content,
        stance=stance_of(draft, tagged.cue),
        rule="tagger",
        probability=tagged.probability,
        withheld=any(t.pos_ == "VERB" and is_withheld(t) for t in draft.tokens_in(*tagged.cue)),
    )


def _own_sentences(draft: Draft, tagged: Tagged, cues: Sequence[Span]) -> list[Span]:
    """Give the content without other sentences that have a speaker of their own, or of which it has only a scrap."""
    home = draft.sentence_at(tagged.cue[0])
    out: list[Span] = []
    for sentence in draft.sentences:
        pieces = [(max(a, sentence.start), min(b, sentence.end)) for a, b in tagged.content if a < sentence.end and b > sentence.start]
        if home is not None and sentence.part in HEADINGS and home.part not in HEADINGS:
            continue
        spoken = any(sentence.start <= a < sentence.end for a, _ in cues)
        whole = sum(b - a for a, b in pieces) >= MOST * (sentence.end - sentence.start)
        if sentence is home or (whole and not spoken):
            out += pieces
    return out


def _who_speaks(draft: Draft, head: Token, cue: Span) -> Token | None:
    """Give the speaker in place of somebody to whom it happened: "the army said 14 rebels were captured, and *described* it"."""
    verb = next((t for t in draft.tokens_in(*cue) if t.pos_ == "VERB"), None)
    if verb is None or head.dep_ != "nsubjpass" or head.head == verb or verb.dep_ != "conj":
        return None
    return speaking(verb)


def _source(draft: Draft, tagged: Tagged) -> Span | None:
    """Give the source nearest to the cue, widened to the noun phrase that its head stands for."""
    told_of = next((t for t in draft.tokens_in(*tagged.cue) if t.dep_ == "acl" and syntax.is_passive(t) and syntax.agent(t) is None), None)
    if told_of is not None:  # "killed in an ambush *blamed* on rebels"
        return None
    near = sorted(tagged.source, key=lambda s: min(abs(s[0] - tagged.cue[1]), abs(tagged.cue[0] - s[1])))
    for span in near:
        head = head_of(draft, span)
        if head is not None and any(attribution_rules.spoken_of(t) == head for t in draft.tokens_in(*tagged.cue)):
            continue
        if (
            head is not None and head.dep_ == "pobj" and head.head.lower_ in {"in", "across", "near", "at"}
        ):  # "clashes were reported *in Sake*"
            continue
        if head is not None and head.pos_ == "DET" and head.head.pos_ in {"NOUN", "PROPN"}:
            head = head.head
        other = (beside_place(head) or _who_speaks(draft, head, tagged.cue)) if head is not None else None
        if other is not None:
            return phrase_span(other)
        if head is None or head.pos_ not in {"NOUN", "PROPN", "PRON", "NUM", "ADJ"} or overlap(span, tagged.cue):
            continue
        whole = phrase_span(head)
        return whole if whole is not None and whole[0] <= span[0] and whole[1] >= span[1] and not overlap(whole, tagged.cue) else span
    return None


def stance_of(draft: Draft, cue: Span) -> Stance:
    """Give the stance of the strongest word in a cue: "was denied" denies, "said" says."""
    stances = [cue_words.stance_of(t.lemma_.lower()) for t in draft.tokens_in(*cue)]
    if any(t.lower_ in cue_words.FALSE for t in draft.tokens_in(*cue)):
        return Stance.DENIES
    return next((s for s in stances if s is not Stance.SAYS), Stance.SAYS)


def merge(tagged: Sequence[Attribution], ruled: Sequence[Attribution]) -> list[Attribution]:
    """Give one list; where both found a cue, the rules' source and stance count, and the contents are put together."""
    out = list(ruled)
    for tag in tagged:
        twins = [i for i, r in enumerate(out) if overlap(r.cue, tag.cue)]
        if not twins:
            out.append(tag)
        for i in twins:
            rule = out[i]
            out[i] = replace(
                rule,
                source=rule.source or tag.source,
                content=united(rule.content, tag.content),
                rule=f"{rule.rule}, tagger",
                probability=max(rule.probability or 0, tag.probability or 0),
            )
    return out


def with_headings(draft: Draft, found: Iterable[Attribution], is_speaker: IsSpeaker, is_land: IsSpeaker = never) -> list[Attribution]:
    """Give the attributions, those of headings read by the headings' own grammar where it fits."""
    out = list(found)
    for section in draft.report.sections:
        own = headings.attribution(draft.text, section.start, section.end, is_speaker, is_land) if section.part in HEADINGS else None
        if own is not None and own.source is not None and not _tells(draft, own.source):
            here = [a for a in out if section.start <= a.cue[0] < section.end]
            nouns = [a for a in here if a.rule.endswith("reporting noun") and not overlap(a.cue, own.cue)]
            out = [a for a in out if a not in here] + [own, *nouns]
    return out


def _tells(draft: Draft, source: Span) -> bool:
    """Tell whether what stands for a heading's source tells something itself: "Counter-offensive: *rebels retake two towns*"."""
    tokens = draft.tokens_in(*source)
    return any(t.pos_ == "VERB" and t.tag_ in {"VBZ", "VBP", "VBD"} and syntax.child(t, "nsubj") is not None for t in tokens)


def continued(draft: Draft, found: Sequence[Attribution]) -> list[Attribution]:
    """Give attributions for sentences in which a speaker goes on without a new verb: inside quotes, or in reported tense."""
    out: list[Attribution] = []
    speaking: Attribution | None = None
    open_quote = False
    for sentence in draft.sentences:
        own = [a for a in found if sentence.start <= a.cue[0] < sentence.end]
        root = next((t for t in sentence.tokens if t.dep_ == "ROOT"), sentence.tokens[0])
        covered = any(covers(a.content, root.idx) for a in [*found, *out])
        if speaking is not None and draft.sentences[sentence.index - 1].section != sentence.section and not open_quote:
            speaking = None
        goes_on = open_quote or _reported_tense(sentence) or (speaking is not None and _is_between(draft, sentence, found))
        if not covered and speaking is not None and not _main(own, sentence) and goes_on:
            out.append(replace(speaking, content=((sentence.start, sentence.end),), rule="continued"))
        elif own:
            speaking = next((a for a in reversed(own) if _goes_on(a)), None)
        elif not covered:
            speaking = None
        open_quote = _open_after(draft.text[sentence.start : sentence.end], open_quote=open_quote)
    return out


def _is_between(draft: Draft, sentence: Sentence, found: Sequence[Attribution]) -> bool:
    """Tell whether the next sentence of the paragraph goes on with "he added": then this one is told by the same person."""
    after = draft.sentences[sentence.index + 1] if sentence.index + 1 < len(draft.sentences) else None
    if after is None or after.section != sentence.section:
        return False
    cues = [a for a in found if after.start <= a.cue[0] < after.end and a.source is not None]
    adding = (a for a in cues if any(t.lemma_ == "add" for t in draft.tokens_in(*a.cue)))
    return any(t.lower_ in {"he", "she", "it", "they"} for a in adding if a.source is not None for t in draft.tokens_in(*a.source))


def _goes_on(attribution: Attribution) -> bool:
    """Tell whether the speaker of an attribution may go on speaking in the next sentence."""
    silent = attribution.withheld or attribution.stance is Stance.DENIES
    return attribution.source is not None and not silent and attribution.rule != "reporting noun"


def _main(own: Sequence[Attribution], sentence: Sentence) -> bool:
    """Tell whether one of a sentence's attributions stands at its top, and so is a new speaker's."""
    root = next((t for t in sentence.tokens if t.dep_ == "ROOT"), None)
    return root is not None and any(a.cue[0] <= root.idx < a.cue[1] for a in own)


def _reported_tense(sentence: Sentence) -> bool:
    """Tell whether a sentence's verb stands in the past perfect, as reported speech does when it goes on."""
    root = next((t for t in sentence.tokens if t.dep_ == "ROOT"), None)
    return root is not None and any(c.lower_ == "had" and c.dep_ == "aux" for c in root.children)


def _open_after(text: str, *, open_quote: bool) -> bool:
    for mark in text:
        if mark in QUOTE_OPENS:
            open_quote = True
        elif mark in QUOTE_CLOSES:
            open_quote = False
    return open_quote
