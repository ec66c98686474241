using ArtisansCorner.Importing.Draft;
using ArtisansCorner.Importing.Reading;

namespace ArtisansCorner.Importing.Formats.Accounts;

/// <summary>
/// Makes sales and refunds of payments, where a shop has no other file that tells of them. By default payments make none:
/// the shop system knows the same sales with their pieces, and they would be here twice.
/// </summary>
internal sealed class PaidSales(ImportDraft draft, int channel)
{
    /// <summary>A sale of one thing for what was paid, without shipping and own tax.</summary>
    public DraftOrder Sell(int row, string number, FileMoment moment, string title, long quantity, long goods, long shipping, long tax)
    {
        var order = draft.OrderOf(channel, false, number, moment);
        (order.Shipping, order.Tax) = (shipping, tax);
        draft.Add(order, new DraftLine { Row = row, Product = -1, Title = draft.Text(CellCheck.Shortened(title)), Quantity = quantity, UnitPrice = UnitPriceOf(goods, quantity), Gross = goods });
        return order;
    }

    /// <summary>Money given back, of a sale where the file names it, and pieces where it counts them; what the money is of, the sale tells.</summary>
    public DraftOrder GiveBack(int row, string number, FileMoment moment, string? of, string title, long amount, long quantity = 0)
    {
        var order = draft.OrderOf(channel, true, number, moment, of);
        order.AmountAlone = (order.AmountAlone ?? 0) + amount;
        draft.Add(order, new DraftLine { Row = row, Product = -1, Title = draft.Text(CellCheck.Shortened(title)), Quantity = quantity, Gross = amount });
        return order;
    }

    /// <summary>The price of one, rounded half away from zero.</summary>
    public static long UnitPriceOf(long all, long pieces) => (long)decimal.Round((decimal)all / pieces, MidpointRounding.AwayFromZero);
}
