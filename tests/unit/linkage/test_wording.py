from counterclaim.linkage.wording import alike_keys, content_words, names_in, signature, stem


def test_words_that_every_claim_has_carry_nothing() -> None:
    assert content_words("On Sunday the spokesman said that they were") == []


def test_numbers_are_words_whatever_their_length() -> None:
    assert "7" in content_words("7 killed")


def test_a_stem_keeps_three_letters() -> None:
    assert (stem("ring"), stem("bus")) == ("ring", "bus")


def test_names_are_capitalised_words_inside_a_sentence() -> None:
    assert names_in("Maria fled. Olden’s house burned, Ann said.\nThen Ben came") == ["ann", "ben"]


def test_texts_of_the_same_words_share_a_number_and_other_texts_do_not() -> None:
    one, other = ["bridge", "convoy", "fell", "river", "soldier"], ["market", "mill", "shell", "street", "tower"]

    assert alike_keys(one) == alike_keys(reversed(one))
    assert set(alike_keys(one)).isdisjoint(alike_keys(other))
    assert alike_keys(["too", "few"]) == []


def test_a_signature_fits_four_signed_numbers() -> None:
    assert all(0 <= part < 2**62 for part in signature([f"word {nth}" for nth in range(500)]))
