"""Answers that are kept with the data which they are about: they go when it is replaced, as after an import."""

from __future__ import annotations

from functools import lru_cache, partial, wraps
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Concatenate, ParamSpec, TypeVar

    from ..core.repository import Repository

    P = ParamSpec("P")
    T = TypeVar("T")


def kept(most: int) -> Callable[[Callable[Concatenate[Repository, P], T]], Callable[Concatenate[Repository, P], T]]:
    """Keep so many answers of a function for each repository, those asked for last."""

    def with_the_data(ask: Callable[Concatenate[Repository, P], T]) -> Callable[Concatenate[Repository, P], T]:
        @wraps(ask)
        def answer(repository: Repository, /, *others: P.args, **named: P.kwargs) -> T:
            if ask not in repository.kept_answers:
                repository.kept_answers[ask] = lru_cache(most)(partial(ask, repository))
            answered: T = repository.kept_answers[ask](*others, **named)
            return answered

        return answer

    return with_the_data
