"""The network: stops, and the lines that join them.

Minutes are counted from midnight. A link has a direction; a line that runs
both ways is two links.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum


class Vehicle(Enum):
    """What runs on a link."""

    FERRY = "ferry"
    TRAM = "tram"
    BICYCLE = "bicycle"


@dataclass(frozen=True)
class Stop:
    """A place where a parcel can change vehicles."""

    name: str
    zone: int
    handling_minutes: int = 4


@dataclass(frozen=True)
class Link:
    """A ride from one stop to the next."""

    origin: Stop
    target: Stop
    vehicle: Vehicle
    ride_minutes: int
    fare_cents: int

    @property
    def crosses_zone(self) -> bool:
        """Whether the two ends lie in different fare zones."""
        return self.origin.zone != self.target.zone

    def total_fare(self, surcharge: int = 50) -> int:
        """The fare with the surcharge for crossing a zone."""
        return self.fare_cents + (surcharge if self.crosses_zone else 0)


@dataclass
class Network:
    """Stops by name, and the links that leave each of them."""

    stops: dict[str, Stop] = field(default_factory=dict)
    links: dict[str, list[Link]] = field(default_factory=dict)

    def add_stop(self, name: str, zone: int) -> Stop:
        """Adds a stop; adding it twice is an error."""
        if name in self.stops:
            raise ValueError(f"the stop {name!r} is already there")
        stop = Stop(name, zone)
        self.stops[name] = stop
        self.links[name] = []
        return stop

    def connect(
        self,
        origin: Stop,
        target: Stop,
        vehicle: Vehicle,
        ride_minutes: int,
        fare_cents: int,
    ) -> None:
        """Joins two stops in both directions."""
        for start, end in ((origin, target), (target, origin)):
            link = Link(start, end, vehicle, ride_minutes, fare_cents)
            self.links[start.name].append(link)

    def links_from(self, stop: Stop) -> list[Link]:
        """The links that leave a stop, the quickest first."""
        return sorted(self.links[stop.name], key=lambda link: link.ride_minutes)

    def find_stop(self, name: str) -> Stop | None:
        """The stop of that name, if the network has it."""
        return self.stops.get(name)
