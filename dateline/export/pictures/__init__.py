"""Pictures for notebooks and pages: plain SVG that fetches nothing."""

from .map import incident_map
from .picture import Picture
from .tolls import toll_chart

__all__ = ["Picture", "incident_map", "toll_chart"]
