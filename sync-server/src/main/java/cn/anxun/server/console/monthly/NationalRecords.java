package cn.anxun.server.console.monthly;

import cn.anxun.server.console.ledger.Listing;
import cn.anxun.server.console.page.Paging;
import java.util.List;

/** The records of one figure of the national table; of a rate those first that it lacks. */
public record NationalRecords(List<Listing> listings, Paging paging) {
  public NationalRecords {
    listings = List.copyOf(listings);
  }
}
