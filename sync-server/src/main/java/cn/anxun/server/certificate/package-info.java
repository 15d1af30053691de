/**
 * The key with which a server speaks HTTPS, and the fingerprint by which phones of a local network
 * know it.
 */
@NullMarked
package cn.anxun.server.certificate;

import org.jspecify.annotations.NullMarked;
