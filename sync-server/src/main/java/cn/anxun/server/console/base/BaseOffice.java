package cn.anxun.server.console.base;

import cn.anxun.core.json.Json;
import cn.anxun.core.json.JsonText;
import cn.anxun.server.auth.Directory;
import cn.anxun.server.auth.Principal;
import cn.anxun.server.console.page.Access;
import cn.anxun.server.console.page.Pages;
import cn.anxun.server.console.record.Desk;
import cn.anxun.server.storage.BureauLedgers;
import java.time.Clock;

/** What all pages of the bureau's tables work with. */
record BaseOffice(
    Access access,
    Pages pages,
    BureauLedgers ledgers,
    Directory directory,
    Desk desk,
    Drafts drafts,
    Clock clock) {

  /** A table with its revisions and what the person has begun in it. */
  Opened open(BaseRequest asked, BaseTable table) {
    Revisions revisions = new Revisions(table, asked.ledger, asked.state);
    Content current = revisions.current();
    Draft draft = drafts.get(asked.person, table.key());
    return new Opened(table, revisions, current, draft, new Drafted(table, current, draft));
  }

  /** The same for the table that the address names. */
  Opened open(BaseRequest asked) {
    return open(asked, asked.table());
  }

  /** A table as somebody finds it. */
  record Opened(
      BaseTable table, Revisions revisions, Content current, Draft draft, Drafted drafted) {

    /** Tells this from what stands, and what is drafted, at another time. */
    String mark() {
      return revisions.mark() + '/' + draft.mark();
    }

    /** The row as whoever changes it found it, as JSON; "" for a new one. */
    String seen(String id) {
      Json.Members before = draft.before(current, id);
      return before == null ? "" : JsonText.write(before);
    }

    /** The same to somebody who saw the row say this: where it says something else, both count. */
    Opened seen(String id, Json.Members shown) {
      if (shown.equals(draft.before(current, id))) {
        return this;
      }
      Draft seen = draft.seen(id, shown);
      return new Opened(table, revisions, current, seen, new Drafted(table, current, seen));
    }
  }

  void keep(Principal person, BaseTable table, Draft draft) {
    drafts.put(person, table.key(), draft);
  }
}
