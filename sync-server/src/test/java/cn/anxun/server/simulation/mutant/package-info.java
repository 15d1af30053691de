/**
 * Bugs planted by hand, each in a part put between two of the product's own, and the proof that the
 * simulation finds every one of them.
 */
@NullMarked
package cn.anxun.server.simulation.mutant;

import org.jspecify.annotations.NullMarked;
