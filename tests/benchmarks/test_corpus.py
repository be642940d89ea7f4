"""The made-up policies are the same each time, and all ways of reading them read the same."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks import alternatives as other
from benchmarks.corpus import Corpus, make_corpus
from benchmarks.planted import KINDS, Score, plant, score
from benchmarks.policy_text import WITHOUT_FRAMEWORK, bank, make_policy
from policyalign import load_pack, read
from policyalign.model.document import Document

TERMS = {"safety plan": "safety-plan", "danger statement": "danger-statement"}
SENTENCES = ["The Safety Plan is short.", "One danger statment is read.", "Lunch is at noon."]


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    return make_corpus(tmp_path_factory.mktemp("corpus"), each=1, paragraphs=12)


def _words(text: str) -> list[str]:
    return text.replace("•", " ").split()


def test_a_policy_has_the_same_text_each_time() -> None:
    assert make_policy(5, paragraphs=20) == make_policy(5, paragraphs=20)
    assert make_policy(5, paragraphs=20) != make_policy(6, paragraphs=20)
    assert make_policy(5, paragraphs=20) != make_policy(5, seed=2, paragraphs=20)


def test_a_policy_is_about_five_thousand_words() -> None:
    lengths = [len(make_policy(number).text.split()) for number in range(6)]
    assert all(4_500 <= length <= 6_000 for length in lengths), lengths


def test_one_policy_in_three_has_no_paragraph_on_the_framework() -> None:
    topics = {topic for topic, _ in bank("framework")}
    for number in range(6):
        headings = {
            p.text.partition(" ")[2] for p in make_policy(number).parts if p.kind == "heading"
        }
        assert bool(headings & topics) is (number % WITHOUT_FRAMEWORK > 0)


def test_files_hold_the_same_text_each_time(corpus: Corpus, tmp_path: Path) -> None:
    again = make_corpus(tmp_path, each=1, paragraphs=12)
    assert [p.name for p in again.word + again.pdf] == [p.name for p in corpus.word + corpus.pdf]
    assert other.python_docx_text(again.word[0]) == other.python_docx_text(corpus.word[0])
    assert again.pdf[0].read_bytes() == corpus.pdf[0].read_bytes()


def test_every_reader_reads_all_words_of_a_word_file(corpus: Corpus) -> None:
    wanted = set(_words(corpus.policies[0].text))
    assert wanted <= set(_words("\n".join(other.python_docx_text(corpus.word[0]))))
    document = read(corpus.word[0])
    assert isinstance(document, Document)
    assert wanted <= set(_words("\n".join(block.text for block in document.blocks)))


@pytest.mark.parametrize("reader", [other.pdfplumber_text, other.pypdfium2_text])
def test_pdf_alternatives_give_a_text_a_page(corpus: Corpus, reader: other.PageReader) -> None:
    document = read(corpus.pdf[0])
    assert isinstance(document, Document)
    pages = reader(corpus.pdf[0])
    assert len(pages) == document.pages
    assert all(corpus.policies[1].title in page for page in pages)


def test_matching_alternatives_give_concepts_a_sentence() -> None:
    fuzzy = other.partial_ratio_concepts(SENTENCES, TERMS)
    exact = other.ExactPass(TERMS)(SENTENCES)
    assert fuzzy == [{"safety-plan"}, {"danger-statement"}, set()]
    assert exact == [{"safety-plan"}, set(), set()]


def test_the_obvious_check_gives_the_concepts_of_a_file(corpus: Corpus) -> None:
    title = corpus.policies[0].title.lower()
    for path in corpus.word + corpus.pdf:
        assert other.obvious_check(path, {title: "title"}) <= {"title"}
    assert other.obvious_check(corpus.word[0], {title: "title"}) == {"title"}


def test_planted_sentences_are_the_same_each_time_and_of_every_kind() -> None:
    pack = load_pack("sos")
    planted = plant(pack, each=2)
    assert planted == plant(pack, each=2)
    assert {sentence.kind for sentence in planted} == set(KINDS)
    assert all(sentence.concepts for sentence in planted if sentence.kind == "as written")


def test_a_score_counts_what_is_found_and_what_is_invented() -> None:
    planted = [s for s in plant(load_pack("sos"), each=1) if s.kind == "as written"]
    right = [set(sentence.concepts) for sentence in planted]
    assert score(planted, right)["all"].recall == 1
    wrong = score(planted, [{"invented"}])["all"]
    assert wrong == Score(wanted=len(right[0]), found=0, invented=1)
    assert wrong.precision == 0
