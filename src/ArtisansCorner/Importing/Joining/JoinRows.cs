using System.Globalization;
using ArtisansCorner.Payouts;
using ArtisansCorner.Platform.Values;

namespace ArtisansCorner.Importing.Joining;

/// <summary>
/// Puts together what the rows of one key say: the same rows come to the same, in whatever order and from however many imports they are.
/// Of a row that several imports told, the latest upload counts; a thing came with the import that first told of it.
/// </summary>
internal static class JoinRows
{
    /// <summary>What gift wrap is called as a line.</summary>
    public const string GiftWrap = "Gift wrap";

    /// <summary>The fee that three kinds of file tell.</summary>
    public const string Processing = "processing";

    private const int LongestTitle = 300;

    /// <summary>What they come to.</summary>
    public static Joined Run(string key, IReadOnlyCollection<KnownRow> rows)
    {
        if (rows.Count == 0) return Joined.Nothing;
        List<Row> told = [.. rows.GroupBy(row => row.Number).Select(same => new Row(same.MaxBy(row => row.ImportId)!, same.Min(row => row.ImportId)))
            .OrderBy(row => row.Day).ThenBy(row => row.Number.Length).ThenBy(row => row.Number, StringComparer.Ordinal)];
        var sale = Sale(key, told);
        return new Joined(sale, sale is null ? [] : Refunds(key, sale, told), Fees(key, told), Entries(told), Payout(told));
    }

    private static JoinedSale? Sale(string key, List<Row> told)
    {
        var (orders, items, payments) = (Of<ToldOrder>(told), Of<ToldItem>(told), Of<ToldPayment>(told));
        if (orders.Count + items.Count == 0) return null;
        var order = orders.Count == 0 ? null : orders[^1].Told;
        List<JoinedLine> lines = [.. items.Select(item => new JoinedLine(item.Told.Sku, item.Told.Title, item.Told.Quantity, item.Told.UnitPrice, item.Told.Gross, item.Told.Discount))];
        if (order is not null && Rest(key, order, lines) is { } rest) lines.Add(rest);
        var discount = Math.Clamp((order?.Discount ?? 0) - lines.Sum(line => line.Discount), 0, lines.Sum(line => line.Gross - line.Discount));
        var shipping = order?.Shipping ?? items.Max(item => item.Told.Shipping);
        var goods = lines.Sum(line => line.Gross - line.Discount) - discount;
        // What the order's net has beside its columns is gift wrap, for which there is none; so has what was paid.
        var wrap = order?.Net is { } net ? net - (order.Value - order.Discount + order.Shipping - (order.ProcessingFee ?? 0))
            : payments.Count > 0 ? payments.Sum(payment => payment.Told.Gross) - goods - shipping : 0;
        if (wrap > 0) lines.Add(new JoinedLine(null, GiftWrap, 0, wrap, wrap, 0));
        var taxed = -Of<ToldEntry>(told).Where(entry => entry.Told is { Kind: EntryKind.Tax, Net: < 0 }).Sum(entry => entry.Told.Net);
        var tax = order?.Total is > 0 and var total ? total - (order.Value - order.Discount + order.Shipping + Math.Max(wrap, 0))
            : taxed > 0 ? taxed : items.Count == 0 ? 0 : items.Max(item => item.Told.Tax) + items.Sum(item => item.Told.Vat);
        var off = order?.ShippingDiscount ?? 0;
        return new JoinedSale(
            orders.Count > 0 ? orders[^1].Day : items.Min(item => item.Day), Buyer(told), lines, discount, shipping + off, off, Math.Max(0, tax),
            told.Where(row => row.Told is ToldOrder or ToldItem).Min(row => row.First));
    }

    /// <summary>What an order is worth beside the items that are known of it.</summary>
    private static JoinedLine? Rest(string key, ToldOrder order, List<JoinedLine> lines)
    {
        var rest = order.Value - lines.Sum(line => line.Gross);
        if (rest <= 0 && (lines.Count > 0 || order.Pieces <= 0)) return null;
        var pieces = Math.Max(0, order.Pieces - lines.Sum(line => line.Quantity));
        var title = lines.Count > 0 ? $"Rest of order {key}" : string.IsNullOrEmpty(order.Sku) ? $"Order {key}" : order.Sku.UpTo(LongestTitle);
        return new JoinedLine(null, title, pieces, pieces > 0 ? rest / pieces : rest, rest, 0);
    }

    // The orders file and payments name the buyer's account; items often only what they are called.
    private static ToldBuyer Buyer(List<Row> told)
    {
        List<ToldBuyer> buyers = [.. Of<ToldOrder>(told).Select(row => row.Told.Buyer), .. Of<ToldPayment>(told).Select(row => row.Told.Buyer), .. Of<ToldItem>(told).Select(row => row.Told.Buyer)];
        return new ToldBuyer(First(buyer => buyer.User), First(buyer => buyer.Name), First(buyer => buyer.Country), First(buyer => buyer.Region), First(buyer => buyer.City), First(buyer => buyer.Postcode));

        string? First(Func<ToldBuyer, string?> what) => buyers.Select(what).FirstOrDefault(text => !string.IsNullOrEmpty(text));
    }

    private static List<JoinedRefund> Refunds(string key, JoinedSale sale, List<Row> told)
    {
        var left = new LeftToGiveBack(key, sale);
        List<JoinedRefund> refunds = [];
        foreach (var given in JoinRefunds.Run(sale, told))
        {
            var number = refunds.Count == 0 ? $"{key} refund" : string.Create(CultureInfo.InvariantCulture, $"{key} refund {refunds.Count + 1}");
            var (lines, shipping) = left.Take(given.Amount);
            refunds.Add(new JoinedRefund(number, given.Day, lines, shipping, given.Tax, given.ImportId));
        }

        return refunds;
    }

    private static List<JoinedFee> Fees(string key, List<Row> told)
    {
        List<(string Type, long Amount, DateOnly Day, Guid By, string Number)> fees =
            [.. Of<ToldEntry>(told).Where(entry => entry.Told.Kind == EntryKind.Fee).Select(entry => (entry.Told.FeeType!, -entry.Told.Net, entry.Day, entry.By, entry.Number))];
        var (orders, payments) = (Of<ToldOrder>(told), Of<ToldPayment>(told));
        if (!fees.Exists(fee => fee is { Type: Processing, Amount: > 0 }))
        {
            // Three files tell it; the account knows best, then the payment.
            if (payments.Sum(payment => payment.Told.Fees) is > 0 and var paid) fees.Add((Processing, paid, payments[0].Day, payments.Min(payment => payment.By), ""));
            else if (orders is [.., { Told.ProcessingFee: > 0 and var fee } order]) fees.Add((Processing, fee, order.Day, order.By, ""));
        }

        // A line of the account that belongs to no order is its own key.
        var alone = told is [{ Told: ToldEntry } only] && only.Number == key;
        return [.. fees.GroupBy(fee => fee.Type).SelectMany(alike => alike.Index().Select(fee => new JoinedFee(
            alone ? key : string.Create(CultureInfo.InvariantCulture, $"{key}/{alike.Key}/{fee.Index + 1}"), alike.Key, fee.Item.Amount, fee.Item.Day, fee.Item.By)))];
    }

    private static List<JoinedEntry> Entries(List<Row> told) =>
        [.. Of<ToldEntry>(told).Select(entry => new JoinedEntry(entry.Number, entry.Told.Kind, entry.Told.Title, entry.Told.Net, entry.Day, entry.By))];

    private static JoinedPayout? Payout(List<Row> told)
    {
        var deposits = Of<ToldDeposit>(told);
        var sent = Of<ToldEntry>(told).Where(entry => entry.Told.Kind == EntryKind.Payout).ToList();
        if (deposits.Count + sent.Count == 0) return null;
        var (day, amount) = deposits.Count > 0 ? (deposits[0].Day, deposits[0].Told.Amount) : (sent[0].Day, -sent[0].Told.Net);
        return new JoinedPayout(day, amount, deposits.Count == 0 ? null : deposits[0].Told.Account, told.Min(row => row.First));
    }

    private static List<(T Told, DateOnly Day, Guid By, string Number)> Of<T>(List<Row> told)
        where T : Told => [.. told.Where(row => row.Told is T).Select(row => ((T)row.Told, row.Day, row.First, row.Number))];

    /// <summary>A row as the latest import tells it, and the import that first told it.</summary>
    internal sealed record Row(KnownRow Latest, Guid First)
    {
        public string Number => Latest.Number;

        public DateOnly Day => Latest.Day;

        public Told Told => Latest.Told;
    }
}
