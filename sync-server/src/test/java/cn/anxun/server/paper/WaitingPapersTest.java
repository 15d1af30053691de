package cn.anxun.server.paper;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxun.core.entry.Entry;
import cn.anxun.core.entry.EntryIds;
import cn.anxun.core.entry.Fields;
import cn.anxun.core.entry.PaperIssued;
import cn.anxun.core.json.Json;
import cn.anxun.core.paper.Paper;
import cn.anxun.server.auth.Directory;
import cn.anxun.server.auth.PushAudit;
import cn.anxun.server.storage.BureauLedgers;
import cn.anxun.server.storage.DataDirectory;
import cn.anxun.server.storage.Database;
import cn.anxun.server.storage.Databases;
import cn.anxun.server.storage.SampleEntries;
import cn.anxun.server.storage.StorageException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WaitingPapersTest {
  private final AtomicInteger waited = new AtomicInteger();

  /** The same, of which nobody gets a turn. */
  private <T> T busy(Class<T> type, T real) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> {
              if (method.getName().equals("turn")) {
                waited.incrementAndGet();
                throw new StorageException("held by others", null);
              }
              try {
                Object result = method.invoke(real, arguments);
                return result instanceof Database database
                    ? busy(Database.class, database)
                    : result;
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            }));
  }

  private static Entry paper(SampleEntries samples) {
    Fields fields =
        Fields.builder()
            .set(PaperIssued.PAPER, Paper.ORDER.label())
            .set(PaperIssued.CONTENTS, Json.members().put("title", "x").build())
            .build();
    return PaperIssued.KIND.entry(samples.opening(SampleEntries.DAY), fields);
  }

  @Test
  void accepted_ofSeveralPapersWhereNobodyGetsATurn_waitsOnce() {
    SampleEntries samples = new SampleEntries();
    List<Entry> papers = Stream.generate(() -> paper(samples)).limit(3).toList();
    try (DataDirectory data = DataDirectory.ephemeral("test");
        Directory directory = Directory.open(data, SampleEntries.CLOCK, new Random(1));
        BureauLedgers ledgers =
            new BureauLedgers(
                data, busy(Databases.class, data), SampleEntries.CLOCK, new Random(2))) {
      NumberDesk desk =
          NumberDesk.open(
              ledgers,
              new EntryIds(SampleEntries.CLOCK, new Random(3)),
              new PushAudit(directory.audit()),
              SampleEntries.CLOCK);

      new WaitingPapers(desk).accepted("demo", SampleEntries.INSPECTOR, papers);
    }
    assertThat(waited).hasValue(1);
  }
}
