"""What the bundle of a wheel has for typing.NamedTuple, which compiles code for every class."""

from collections import namedtuple
from collections.abc import Iterable, Mapping
from typing import Any, ClassVar, Self

# More than any of our tuples has. The fields of one named tuple read any other tuple, too.
_MOST = 20
_AT = [f"at_{index}" for index in range(_MOST)]
_GETTERS = [vars(namedtuple("_Places", _AT))[name] for name in _AT]  # noqa: PYI024


class Record(tuple[Any, ...]):
    """
    A tuple whose places have the names *fields*: all that typing.NamedTuple promises.

    A class of it brings a ``__new__`` with a parameter for each field, which the build of the
    wheel writes.
    """

    __slots__ = ()
    _fields: ClassVar[tuple[str, ...]]
    _field_defaults: ClassVar[Mapping[str, object]]

    def __init_subclass__(cls, fields: tuple[str, ...]) -> None:
        """Name the places."""
        for name, getter in zip(fields, _GETTERS, strict=False):
            setattr(cls, name, getter)
        defaults = cls.__new__.__defaults__ or ()
        cls._fields = fields
        cls.__match_args__ = fields  # type: ignore[attr-defined,misc]
        cls._field_defaults = dict(
            zip(fields[len(fields) - len(defaults) :], defaults, strict=True)
        )

    @classmethod
    def _make(cls, values: Iterable[Any]) -> Self:
        return cls(*values)

    def _replace(self, **values: object) -> Self:
        return type(self)(**{**self._asdict(), **values})

    def _asdict(self) -> dict[str, Any]:
        return dict(zip(self._fields, self, strict=True))

    def __getnewargs__(self) -> tuple[Any, ...]:
        """Return what a copy is made of."""
        return tuple(self)

    def __repr__(self) -> str:
        """Return the call that makes it."""
        values = ", ".join(f"{name}={value!r}" for name, value in self._asdict().items())
        return f"{type(self).__name__}({values})"
