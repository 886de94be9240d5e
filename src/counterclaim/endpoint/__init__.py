"""Asks a language model that the user named, over the OpenAI-compatible protocol; nothing else here uses the network."""

from counterclaim.endpoint.config import EndpointConfig as EndpointConfig
from counterclaim.endpoint.endpoint import Endpoint as Endpoint
from counterclaim.endpoint.spent import Spent as Spent
from counterclaim.endpoint.spent import spent as spent
