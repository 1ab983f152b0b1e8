"""Prints the label that is glued to a parcel.

Names on labels are written as they stand on the pier: Färjeläge, 港, Café.
"""

from __future__ import annotations

from .network import Network, Vehicle
from .planner import NoRoute, Planner, Route

SIGNS = {
    Vehicle.FERRY: "⛴ färja",
    Vehicle.TRAM: "🚋 spårvagn",
    Vehicle.BICYCLE: "🚲 cykel",
}


def harbour_network() -> Network:
    """The network that our examples use."""
    network = Network()
    pier = network.add_stop("Färjeläge", 1)
    market = network.add_stop("市場", 1)
    museum = network.add_stop("Musée", 2)
    lighthouse = network.add_stop("Fyren", 3)
    network.connect(pier, market, Vehicle.TRAM, 6, 240)
    network.connect(market, museum, Vehicle.BICYCLE, 11, 0)
    network.connect(pier, museum, Vehicle.TRAM, 15, 260)
    network.connect(pier, lighthouse, Vehicle.FERRY, 25, 480)
    return network


def clock(minutes: int) -> str:
    """Minutes from midnight as a time of day."""
    return f"{minutes // 60 % 24:02d}:{minutes % 60:02d}"


def label_lines(route: Route, departure: int) -> list[str]:
    """One line for each link: when it leaves, on what, and where it goes."""
    lines: list[str] = []
    minutes = departure
    for link in route.links:
        sign = SIGNS[link.vehicle]
        lines.append(f"{clock(minutes)} {sign} → {link.target.name}")
        minutes += link.ride_minutes + link.target.handling_minutes
    lines.append(f"{clock(minutes)} framme, {route.fare() / 100:.2f} €")
    return lines


def print_label(origin_name: str, target_name: str, departure: int) -> bool:
    """Prints the label for a parcel; False when there is no way."""
    network = harbour_network()
    origin = network.find_stop(origin_name)
    target = network.find_stop(target_name)
    if origin is None or target is None:
        return False
    try:
        route = Planner(network).quickest(origin, target)
    except NoRoute as error:
        print(f"📦 {error}")
        return False
    for line in label_lines(route, departure):
        print(line)
    return True


if __name__ == "__main__":
    print_label("Musée", "Fyren", 8 * 60)
