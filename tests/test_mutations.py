"""Whatever a picture file is made of, it is refused or comes out clean."""

import resource

import pytest

from bench import mutations
from generator import pictures
from generator.photos.encoding import for_phones
from generator.photos.filing import clean
from generator.photos.opening import open_upright

THROWN = 2_000
"""bench.mutations throws ten times as many."""

FORMS = {"jpeg": ".jpg", "progressive": ".jpg", "cmyk": ".jpg", "png": ".png", "palette": ".png"}
FORMS |= {"webp": ".webp", "lossless": ".webp"}


def peak() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def test_no_mutant_gets_through_nor_takes_the_memory() -> None:
    before = peak()
    found = mutations.throw(range(THROWN))
    assert found.faults == []
    assert found.counts["files"] == THROWN
    assert found.counts["cleaned"] > 300
    assert found.counts["passed by the check"] > 50
    assert peak() - before < 200


def test_a_fault_would_be_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(mutations, "clean", lambda content: content)
    assert len(mutations.throw(range(100)).faults) > 10


@pytest.mark.parametrize("form", FORMS)
def test_the_canary_is_in_the_original_and_nowhere_in_what_is_kept_or_published(form: str) -> None:
    content = mutations.originals()[form]
    assert mutations.CANARY in content or mutations.CANARY.decode().encode("utf-16-le") in content
    with pytest.raises(pictures.PictureFault):
        pictures.check(content, FORMS[form])
    kept = clean(content)
    webp, jpeg = for_phones(open_upright(kept).image)
    for made, suffix in ((kept, ".jpg"), (webp, ".webp"), (jpeg, ".jpg")):
        pictures.check(made, suffix)
        for spelled in ("utf-8", "utf-16-le", "utf-16-be"):
            assert mutations.CANARY[:8].decode().encode(spelled) not in made
        assert not {b"Exif", b"EXIF", b"xmp", b"Photoshop", b"ICC_PROFILE"} & {
            word
            for word in (b"Exif", b"EXIF", b"xmp", b"Photoshop", b"ICC_PROFILE")
            if word in made
        }
