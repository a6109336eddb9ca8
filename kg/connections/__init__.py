"""How two things are connected: paths of ties that hold at the same time, best supported first."""
