/** Tests of reading, generating, dealing and comparing cases, without a server. */
@NullMarked
package cn.anxun.server.cases;

import org.jspecify.annotations.NullMarked;
