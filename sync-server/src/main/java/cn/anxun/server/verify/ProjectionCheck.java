package cn.anxun.server.verify;

import cn.anxun.core.json.JsonSyntaxException;
import cn.anxun.core.json.JsonText;
import cn.anxun.core.state.LedgerFold;
import cn.anxun.server.storage.RecordRow;
import cn.anxun.server.storage.RecordTable;
import cn.anxun.server.storage.StorageException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Folds every subject again and compares it with its row of the projection. */
final class ProjectionCheck {
  private static final String FIELDS = "fields";

  private final RecordTable table;
  private final List<Finding> findings = new ArrayList<>();

  ProjectionCheck(Handle handle, LedgerFold fold) {
    this.table = new RecordTable(handle, fold);
  }

  List<Finding> findings() {
    if (!table.isUpToDate()) {
      return List.of(Finding.of(Finding.Type.PROJECTION_OF_OTHER_VERSION));
    }
    table.scan(
        this::check, row -> findings.add(Finding.of(Finding.Type.RECORD_EXTRA, row.subject())));
    return findings;
  }

  private void check(String subject, Optional<RecordRow> row) {
    Optional<RecordRow> expected;
    try {
      expected = table.expected(subject);
    } catch (StorageException e) {
      return; // an entry that cannot be read is a finding of the walk already
    }
    if (expected.isPresent() && row.isPresent()) {
      compare(subject, row.get(), expected.get());
    } else if (expected.isPresent()) {
      findings.add(Finding.of(Finding.Type.RECORD_MISSING, subject));
    } else if (row.isPresent()) {
      findings.add(Finding.of(Finding.Type.RECORD_EXTRA, subject));
    }
  }

  private void compare(String subject, RecordRow row, RecordRow expected) {
    for (String column : RecordRow.COLUMNS) {
      String says = row.get(column);
      String should = expected.get(column);
      if (!says.equals(should) && !(column.equals(FIELDS) && isSameJson(says, should))) {
        findings.add(Finding.of(Finding.Type.RECORD_DIFFERS, subject, column, says, should));
      }
    }
  }

  private static boolean isSameJson(String one, String other) {
    try {
      return JsonText.read(one).equals(JsonText.read(other));
    } catch (JsonSyntaxException e) {
      return false;
    }
  }
}
