# SPDX-License-Identifier: MIT
"""The generated layer; private: its shape changes without notice."""
