/**
 * The messages of sync v1 as JSON, without reflection, read and written by phone and server alike;
 * {@code docs/sync-protocol.md}.
 */
@NullMarked
package cn.anxun.core.sync.wire.v1;

import org.jspecify.annotations.NullMarked;
