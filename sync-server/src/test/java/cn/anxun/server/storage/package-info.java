/** Tests of the ledger on disk. */
@NullMarked
package cn.anxun.server.storage;

import org.jspecify.annotations.NullMarked;
