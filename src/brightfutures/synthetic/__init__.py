"""Floor 3: a made-up England with known truth, in the layouts of the official statistics."""

from brightfutures.synthetic.planted import Planted
from brightfutures.synthetic.writing import SEED, Written, write_made_up_england

__all__ = ["SEED", "Planted", "Written", "write_made_up_england"]
