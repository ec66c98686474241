using System.Text;
using ArtisansCorner.Importing.Draft;
using ArtisansCorner.Platform.Tenancy;
using ArtisansCorner.Platform.Values;
using ArtisansCorner.Sales;

namespace ArtisansCorner.Importing;

/// <summary>Makes sales, refunds and their lines, ready to be written, of a draft's orders.</summary>
internal sealed class MakeFacts(FindRefundedSales refunded, CurrentShop shop, TimeProvider time)
{
    private const int LongestSearch = 1500;
    private const int MostSearchWords = 20_000;
    private const string FeeType = "fees";

    private readonly ManySales facts = new();
    private readonly Dictionary<string, string> searchWords = new(StringComparer.Ordinal);
    private readonly StringBuilder words = new();
    private IReadOnlyDictionary<int, (Guid MovementId, long Cost)> costs = new Dictionary<int, (Guid, long)>();
    private ImportDraft draft = new();
    private AscendingIds lineIds = new();
    private Guid importId;
    private DateTimeOffset now;

    /// <summary>Begins with a draft whose channels, products and customers all have their ids.</summary>
    public void Begin(ImportDraft of, Guid forImport) => (draft, importId, now) = (of, forImport, time.GetUtcNow());

    /// <summary>The facts of these orders, each line at the cost it leaves stock with; good until the next call.</summary>
    /// <param name="some">The orders, with their ids.</param>
    /// <param name="costOf">Which movement lines have and what they cost, by their place in the draft; those that move no stock are missing.</param>
    /// <param name="cancel">Stops it.</param>
    public async Task<ManySales> RunAsync(IReadOnlyList<DraftOrder> some, IReadOnlyDictionary<int, (Guid MovementId, long Cost)> costOf, CancellationToken cancel)
    {
        facts.Clear();
        costs = costOf;
        lineIds = new AscendingIds();
        var sales = await refunded.RunAsync(draft, some, cancel);
        foreach (var order in some)
        {
            if (order.IsRefund) AddRefund(order, sales.TryGetValue(order, out var sale) ? sale : (null, 1));
            else AddSale(order);
        }

        return facts;
    }

    private void AddSale(DraftOrder order)
    {
        var (id, day) = (order.Id, order.Day);
        var shares = order.OrderDiscount is > 0 and var discount
            ? LargestRemainder.Split(discount, [.. draft.LinesOf(order).Select(line => line.Gross - line.Discount)])
            : null;
        long units = 0, gross = 0, cost = 0, discounts = order.OrderDiscount ?? 0;
        var ordinal = 0;
        for (var at = order.First; at >= 0; at = draft.Lines[at].Next)
        {
            ref var line = ref draft.Lines[at];
            var (variantId, matchedById) = draft.VariantOf(order, line);
            var (lineId, lineCost) = costs.TryGetValue(at, out var moved) ? moved : (lineIds.Next(), 0);
            (units, gross, cost, discounts) = (units + line.Quantity, gross + line.Gross, cost + lineCost, discounts + line.Discount);
            facts.Lines.Add(new SaleLine
            {
                Id = lineId, ShopId = shop.Id, SaleId = id, Ordinal = ++ordinal, Day = day,
                VariantId = variantId, MatchedById = matchedById, Title = DraftWords.Title(draft, line),
                Quantity = line.Quantity, UnitPrice = line.UnitPrice, Gross = line.Gross, Discount = line.Discount,
                OrderDiscountShare = shares?[ordinal - 1] ?? 0, Cost = lineCost,
            });
        }

        facts.Sales.Add(new Sale
        {
            Id = id, ShopId = shop.Id, ChannelId = draft.Channels[order.Channel].Id!.Value, ExternalId = order.Number,
            SoldAt = shop.Facts.Zone.InstantOf(order.Moment.At), Day = day, Hour = order.Moment.DayOnly ? null : (byte)order.Moment.At.Hour,
            CustomerId = order.Customer?.Id, Units = units, Gross = gross, Discounts = discounts, OrderDiscount = order.OrderDiscount ?? 0,
            Shipping = order.Shipping ?? 0, ShippingDiscount = order.ShippingDiscount, Tax = order.Tax ?? 0, MarketplaceTax = order.MarketplaceTax ?? 0, CostOfGoods = cost,
            Summary = DraftWords.Summary(draft, draft.LinesOf(order)), Search = SearchOf(order), Note = NoteOf(order), ImportId = order.ImportId ?? importId,
            RecordedAt = now, RecordedBy = shop.Actor.UserId, RecordedThrough = Through.Import,
        });
        if (order.Fees is > 0 and var fee) AddFee(order, id, day, fee);
    }

    private void AddRefund(DraftOrder order, (Guid? Id, int Refund) sale)
    {
        var (id, day) = (order.Id, order.Day);
        long units = 0, goods = 0;
        for (var at = order.First; at >= 0; at = draft.Lines[at].Next)
        {
            ref var line = ref draft.Lines[at];
            var (variantId, matchedById) = draft.VariantOf(order, line);
            var amount = line.Gross - line.Discount;
            (units, goods) = (units + line.Quantity, goods + amount);
            facts.RefundLines.Add(new RefundLine
            {
                Id = lineIds.Next(), ShopId = shop.Id, RefundId = id, Day = day,
                VariantId = variantId, MatchedById = matchedById, Title = DraftWords.Title(draft, line),
                Quantity = line.Quantity, Amount = amount,
            });
        }

        facts.Refunds.Add(new Refund
        {
            Id = id, ShopId = shop.Id, SaleId = sale.Id, ChannelId = draft.Channels[order.Channel].Id!.Value, ExternalId = order.Number,
            Kind = RefundKind.Refund, CustomerId = order.Customer?.Id, RefundedAt = shop.Facts.Zone.InstantOf(order.Moment.At), Day = day,
            Units = units, Goods = goods, Shipping = order.Shipping ?? 0, Tax = order.Tax ?? 0, MarketplaceTax = order.MarketplaceTax ?? 0,
            Restocked = false, ImportId = order.ImportId ?? importId, Number = sale.Refund, RecordedAt = now, RecordedBy = shop.Actor.UserId, RecordedThrough = Through.Import,
        });
        // What a channel gives back of its fees when goods come back.
        if (order.Fees is > 0 and var fee) AddFee(order, null, day, -fee);
    }

    private void AddFee(DraftOrder order, Guid? saleId, DateOnly day, long amount) => facts.Fees.Add(new Fee
    {
        Id = Guid.CreateVersion7(), ShopId = shop.Id, SaleId = saleId, ChannelId = draft.Channels[order.Channel].Id!.Value,
        Type = FeeType, Amount = amount, Day = day, ImportId = importId,
    });

    private static string? NoteOf(DraftOrder order) =>
        order.Buyer is null || order.Customer is not null ? order.Note : order.Note is null ? $"Sold to {order.Buyer}" : $"Sold to {order.Buyer}. {order.Note}";

    private string SearchOf(DraftOrder order)
    {
        var customer = order.Customer;
        words.Clear().Append(SearchText.Of(order.Number, customer?.Name ?? order.Buyer, customer?.Email));
        for (var at = order.First; at >= 0 && words.Length < LongestSearch; at = draft.Lines[at].Next)
        {
            var title = DraftWords.Title(draft, draft.Lines[at]);
            if (!searchWords.TryGetValue(title, out var search))
            {
                if (searchWords.Count == MostSearchWords) searchWords.Clear();
                searchWords[title] = search = SearchText.Of(title);
            }

            words.Append(' ').Append(search);
        }

        return words.ToString(0, Math.Min(words.Length, LongestSearch));
    }
}
