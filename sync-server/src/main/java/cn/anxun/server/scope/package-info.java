/**
 * Which part of a bureau's ledger an account pulls: staff everything, grid workers the whole
 * subjects of their division and the documents they work with.
 */
@NullMarked
package cn.anxun.server.scope;

import org.jspecify.annotations.NullMarked;
