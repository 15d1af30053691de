/**
 * Sentences that the server and its command line say, Chinese first, from the resource bundles
 * beside this package; and what no text may hold.
 */
@NullMarked
package cn.anxun.server.text;

import org.jspecify.annotations.NullMarked;
