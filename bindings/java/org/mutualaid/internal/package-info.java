// SPDX-License-Identifier: MIT
/** The generated layer and its loader: not API, changes without notice. */
package org.mutualaid.internal;
