package cn.anxun.server.console.measure;

import cn.anxun.server.console.ledger.Listing;
import cn.anxun.server.console.page.Paging;
import java.util.List;

/** All records of one side of a measure that is being defined. */
public record MeasureRecords(
    String sentence,
    String period,
    String sum,
    List<Option> sides,
    List<Listing> listings,
    Paging paging) {}
