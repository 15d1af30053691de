package cn.anxun.server.bench;

import java.util.List;

/** Everything that is measured, in its order. */
final class Works {
  private Works() {}

  static List<Work> standard() {
    return List.of(
        IngestBesideRows.batches(20_000),
        new IngestBesideNothing(8_000),
        IngestBesideRows.singles(8_000),
        new Pull(10_000),
        CatalogueNow.of(20_000, false, 30),
        CatalogueNow.of(200_000, true, 300),
        CatalogueNow.of(1_000_000, true, 2_000),
        CataloguePast.first(200_000, 2_000),
        CataloguePast.again(200_000, 300),
        new WirePush(2_000),
        StartUp.time(20_000, 1_500),
        StartUp.memory(20_000, 130),
        new MemoryUnderLoad(20_000),
        LedgerPage.all(1_000_000, 30),
        LedgerPage.afterOneMore(1_000_000, 2_000),
        LedgerPage.search(100_000, 100),
        LedgerWorkbook.time(100_000, 1.2),
        LedgerWorkbook.heap(100_000, 64),
        Growth.of(Growth.Step.PUSH, 100_000),
        Growth.of(Growth.Step.PUSH, 1_000_000),
        Growth.of(Growth.Step.PULL, 100_000),
        Growth.of(Growth.Step.PULL, 1_000_000),
        Growth.of(Growth.Step.PAGE, 100_000),
        Growth.of(Growth.Step.PAGE, 1_000_000),
        Growth.of(Growth.Step.FIGURE, 100_000),
        Growth.of(Growth.Step.FIGURE, 1_000_000));
  }
}
