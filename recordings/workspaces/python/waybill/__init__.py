"""Plans how a parcel travels through a small network of ferries and trams."""
