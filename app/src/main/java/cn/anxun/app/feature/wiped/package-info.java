/** What a phone that was revoked still shows: what happened, the sealed files, the way back. */
@NullMarked
package cn.anxun.app.feature.wiped;

import org.jspecify.annotations.NullMarked;
