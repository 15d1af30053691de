/** What this phone remembers beside the ledger, in its encrypted database. */
@NullMarked
package cn.anxun.app.setting;

import org.jspecify.annotations.NullMarked;
