"""Where the guide and the repository stand."""

from pathlib import Path

ROOT = Path(__file__).parents[2]
GUIDE = ROOT / "guide"
