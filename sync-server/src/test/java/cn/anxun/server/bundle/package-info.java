/** Tests of bundles: what is sealed, what is refused, and the whole way there and back. */
@NullMarked
package cn.anxun.server.bundle;

import org.jspecify.annotations.NullMarked;
