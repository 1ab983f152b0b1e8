"""Finds the quickest way for a parcel, by Dijkstra's algorithm.

The cost of a link is the ride plus the handling at the stop where it ends.
"""

from __future__ import annotations

import heapq
from dataclasses import dataclass

from .network import Link, Network, Stop


@dataclass
class Route:
    """The links of a journey, in order."""

    links: list[Link]

    def duration(self) -> int:
        """Minutes on the way, handling included."""
        return sum(ride_cost(link) for link in self.links)

    def fare(self) -> int:
        """What the whole journey costs, in cents."""
        return sum(link.total_fare() for link in self.links)

    def stop_names(self) -> list[str]:
        """Every stop that the parcel sees."""
        if not self.links:
            return []
        first = self.links[0].origin.name
        return [first] + [link.target.name for link in self.links]


class NoRoute(Exception):
    """Raised when no chain of links joins two stops."""


def ride_cost(link: Link) -> int:
    """Minutes that a link adds to a journey."""
    return link.ride_minutes + link.target.handling_minutes


class Planner:
    """Answers questions about one network."""

    def __init__(self, network: Network) -> None:
        self.network = network
        self.searches = 0

    def quickest(self, origin: Stop, target: Stop) -> Route:
        """The route with the least minutes from one stop to another."""
        self.searches += 1
        arrivals: dict[str, int] = {origin.name: 0}
        arrived_by: dict[str, Link] = {}
        queue: list[tuple[int, str]] = [(0, origin.name)]
        while queue:
            minutes, name = heapq.heappop(queue)
            if name == target.name:
                return Route(self._walk_back(arrived_by, origin, target))
            if minutes > arrivals[name]:
                continue
            stop = self.network.stops[name]
            for link in self.network.links_from(stop):
                arrival = minutes + ride_cost(link)
                if arrival < arrivals.get(link.target.name, arrival + 1):
                    arrivals[link.target.name] = arrival
                    arrived_by[link.target.name] = link
                    heapq.heappush(queue, (arrival, link.target.name))
        raise NoRoute(f"{target.name} cannot be reached from {origin.name}")

    def _walk_back(
        self, arrived_by: dict[str, Link], origin: Stop, target: Stop
    ) -> list[Link]:
        links: list[Link] = []
        name = target.name
        while name != origin.name:
            link = arrived_by[name]
            links.append(link)
            name = link.origin.name
        links.reverse()
        return links
