using ArtisansCorner.Catalog;
using ArtisansCorner.Inventory;
using ArtisansCorner.Making;
using ArtisansCorner.Platform.Database;
using ArtisansCorner.Platform.Messaging;
using ArtisansCorner.Platform.Problems;
using ArtisansCorner.Platform.Tenancy;
using ArtisansCorner.Platform.Values;
using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Sales;

/// <summary>
/// Writes sales that passed <see cref="SaleRules"/>, inside the transaction that is open, and takes their pieces out of stock.
/// Each stands or is refused alone, and leaves nothing when it is refused; what many need is asked once for all.
/// </summary>
public sealed class WriteSales(AppDb db, CurrentShop shop, SaleParties parties, StockLedger stock, PutTogether kits, OnePieces ones, Places where, NumberedFees numbered, Outbox outbox, TimeProvider time)
{
    private static readonly PerModel<Func<AppDb, List<string>, List<string>, IAsyncEnumerable<Numbered>>> WithNumbers = new(_ => EF.CompileAsyncQuery((AppDb db, List<string> channels, List<string> numbers) =>
        db.Set<Channel>().Where(channel => channels.Contains(channel.Key))
            .Join(db.Set<Sale>(), channel => channel.Id, sale => sale.ChannelId, (channel, sale) => new { channel.Key, sale })
            .Where(row => numbers.Contains(row.sale.ExternalId!)).Select(row => new Numbered(row.Key, row.sale.ExternalId!, row.sale.Id, row.sale.Day))));

    private static readonly PerModel<Func<AppDb, List<Guid>, List<string>, IAsyncEnumerable<SoldVariant>>> Variants = new(_ => EF.CompileAsyncQuery((AppDb db, List<Guid> ids, List<string> keys) =>
        db.Set<Variant>().Where(variant => ids.Contains(variant.Id) || keys.Contains(variant.SkuKey))
            .Join(db.Set<Product>(), variant => variant.ProductId, product => product.Id,
                (variant, product) => new SoldVariant(variant.Id, variant.Sku, variant.SkuKey, product.Name, variant.Title, variant.Price, product.Status))));

    /// <summary>
    /// What became of each, in order: new, already there under its channel and external id (here or earlier in the list), or everything that is wrong.
    /// A duplicate that another writes at the same moment is refused by a unique index: <see cref="TryAgain"/>.
    /// </summary>
    public Task<IReadOnlyList<Outcome<RecordedSale>>> RunAsync(IReadOnlyList<NewSale> sales, CancellationToken cancel) => RunAsync(sales, null, cancel);

    /// <summary>The same; one that takes another's place gets its id from the caller, and stock moves back and out again at once, so that no alert comes in between.</summary>
    public async Task<IReadOnlyList<Outcome<RecordedSale>>> RunAsync(IReadOnlyList<NewSale> sales, InPlace? place, CancellationToken cancel)
    {
        List<string> keys = [.. sales.Select(sale => Channel.KeyOf(sale.Channel!)).Distinct()];
        if (sales.Count > 1) await TakeTurnsAsync(keys, cancel);
        var together = db.AskTogether();
        var askedChannels = together.Ask(() => parties.ChannelsAsync(keys, cancel));
        var askedKnown = together.Ask(() => KnownAsync(sales, keys, cancel));
        var askedVariants = together.Ask(() => VariantsAsync([.. sales.SelectMany(sale => sale.Lines!)], cancel));
        var askedPlaces = together.Ask(async () => sales.Any(sale => !string.IsNullOrWhiteSpace(sale.Location)) ? await where.AllAsync(cancel) : []);
        await together.RunAsync(cancel);
        var (channels, known, variants, places) = (await askedChannels, await askedKnown, await askedVariants, await askedPlaces);
        // One that takes another's place brings its pieces back first.
        var left = place is null ? await ones.LeftAsync(variants, cancel) : [];
        var outcomes = new Outcome<RecordedSale>[sales.Count];
        List<Draft> drafts = [];
        foreach (var (index, sale) in sales.Index())
        {
            var number = NumberOf(sale);
            if (number is { } there && known.TryGetValue(there, out var earlier))
            {
                outcomes[index] = earlier;
                continue;
            }

            var (lines, problems) = SaleLines.Of(sale, variants, shop.Facts.Currency);
            var counted = sale;
            if (problems.Count == 0 && ConvertSale.IsNeeded(sale, shop.Facts.Currency)) (counted, lines, problems) = ConvertSale.Run(sale, lines, shop.Facts.Currency);
            if (problems.Count == 0) problems = OnePieces.Take(left, lines);
            var at = PlaceOf(sale, places, place?.LocationId);
            if (problems.Count > 0 || !at.Succeeded)
            {
                outcomes[index] = problems.Concat(at.Problems).ToList();
                continue;
            }

            var draft = DraftOf(index, counted, lines, ReferenceEquals(counted, sale) ? null : sale, place?.Id ?? Guid.CreateVersion7()) with { Place = at.Value };
            drafts.Add(draft);
            if (number is { } mine) known[mine] = new RecordedSale(draft.Id, draft.Day, AlreadyThere: true);
        }

        var written = await WriteAsync(drafts, place?.Back ?? [], channels, variants, cancel);
        foreach (var (draft, sale) in drafts.Zip(written)) outcomes[draft.Index] = new RecordedSale(draft.Id, draft.Day, AlreadyThere: false) { Written = sale };
        return outcomes;
    }

    private async Task<List<WrittenSale>> WriteAsync(List<Draft> drafts, IReadOnlyList<NewMovement> back, Dictionary<string, Channel> channels, List<SoldVariant> variants, CancellationToken cancel)
    {
        if (drafts.Count == 0) return [];
        foreach (var sale in drafts.Select(draft => draft.Sale))
        {
            if (!channels.ContainsKey(Channel.KeyOf(sale.Channel!))) channels[Channel.KeyOf(sale.Channel!)] = await parties.ChannelAsync(sale.Channel!, cancel);
        }

        var customers = await parties.CustomersAsync([.. drafts.Select(draft => (draft.Sale.Customer, channels[Channel.KeyOf(draft.Sale.Channel!)].Id))], cancel);
        var stocked = drafts.SelectMany(draft => draft.Lines.Where(line => line.VariantId is not null).Select(line => (draft, line))).ToList();
        List<NewMovement> leaving = [.. stocked.Select(piece => new NewMovement(
            piece.line.VariantId!.Value, -piece.line.Quantity, StockReason.Sold, piece.draft.At, piece.draft.Day, CauseId: piece.draft.Id, LocationId: piece.draft.Place?.Id, Id: piece.line.Id))];
        if (variants.Any(variant => variant.Status == ProductStatus.Kit))
        {
            // The parts of the kit that was sold wrongly lie there again before the right one is put together.
            await stock.MoveAsync(back, cancel);
            back = [];
            await kits.RunAsync(leaving, cancel);
        }

        var values = await stock.MoveLastAsync([.. back, .. leaving], cancel);
        foreach (var (index, piece) in stocked.Index()) piece.line.Cost = -values[back.Count + index].Value;
        outbox.Add(new SalesChanged([.. drafts.Select(draft => draft.Day).Distinct().Order()]));
        var codes = variants.ToDictionary(variant => variant.Id, variant => variant.Sku);
        List<WrittenSale> written = [];
        foreach (var (index, draft) in drafts.Index())
        {
            var channel = channels[Channel.KeyOf(draft.Sale.Channel!)];
            written.Add(Add(draft, channel, customers[index], codes, await numbered.FindAsync(channel.Id, draft.Sale.Fees ?? [], cancel)));
        }

        return written;
    }

    private WrittenSale Add(Draft draft, Channel channel, Customer? customer, Dictionary<Guid, string> codes, FeesHere here)
    {
        var sale = SaleOf(draft, channel.Id, customer);
        var lines = draft.Lines.Index().Select(line => line.Item.ToRow(shop.Id, draft.Id, line.Index + 1, draft.Day)).ToList();
        var fees = (draft.Sale.Fees ?? []).Select((fee, index) => new Fee
        {
            Id = Guid.CreateVersion7(), ShopId = shop.Id, SaleId = draft.Id, ChannelId = channel.Id, Type = fee.Type!.Trim(), Amount = fee.Amount, Day = draft.Day,
            OriginalAmount = draft.Original?.Fees?[index].Amount, ExternalId = fee.ExternalId, OrderNumber = fee.ExternalId is null ? null : draft.Sale.ExternalId,
        }).Where(fee => fee.ExternalId is not { } number || !here.Numbers.Contains(number)).ToList();
        db.Rows.Insert(sale);
        lines.ForEach(db.Rows.Insert);
        fees.ForEach(db.Rows.Insert);
        numbered.HangOn(sale.Id, here);
        outbox.Add(new SaleRecorded(draft.Id));
        return new WrittenSale(
            sale, channel.Name, customer is null ? null : SaleCustomer.Of(customer), draft.Place,
            lines.ConvertAll(line => new WrittenLine(line, line.VariantId is { } variant ? codes[variant] : null)), fees);
    }

    /// <summary>Takes the channels' locks, in order: two lists of the same sales then never wait for each other in a circle.</summary>
    private async Task TakeTurnsAsync(List<string> keys, CancellationToken cancel)
    {
        foreach (var id in (await parties.ChannelsAsync(keys, cancel)).Values.Select(channel => channel.Id).Order())
            await db.Channels.Where(channel => channel.Id == id).ExecuteUpdateAsync(row => row.SetProperty(channel => channel.Name, channel => channel.Name), cancel);
    }

    private async Task<Dictionary<(string Channel, string ExternalId), RecordedSale>> KnownAsync(IReadOnlyList<NewSale> sales, List<string> channels, CancellationToken cancel)
    {
        Dictionary<(string, string), RecordedSale> known = [];
        List<string> numbers = [.. sales.Select(NumberOf).OfType<(string Channel, string ExternalId)>().Select(number => number.ExternalId).Distinct()];
        if (numbers.Count == 0) return known;
        await foreach (var sale in WithNumbers.Of(db)(db, channels, numbers).WithCancellation(cancel))
            known[(sale.Channel, sale.ExternalId)] = new RecordedSale(sale.Id, sale.Day, AlreadyThere: true);
        return known;
    }

    private async Task<List<SoldVariant>> VariantsAsync(IReadOnlyList<NewSaleLine> lines, CancellationToken cancel)
    {
        var ids = lines.Where(line => line.VariantId is not null).Select(line => line.VariantId!.Value).Distinct().ToList();
        var keys = lines.Where(line => line.VariantId is null && !string.IsNullOrWhiteSpace(line.Sku)).Select(line => Variant.KeyOf(line.Sku!)).Distinct().ToList();
        if (ids.Count == 0 && keys.Count == 0) return [];
        return await Variants.Of(db)(db, ids, keys).ToListAsync(cancel);
    }

    /// <summary>Where the pieces come from: nothing for the usual place, however it was named, so that one thing is said in one way.</summary>
    private static Outcome<SalePlace?> PlaceOf(NewSale sale, IReadOnlyList<Location> places, Guid? kept)
    {
        if (string.IsNullOrWhiteSpace(sale.Location)) return (SalePlace?)null;
        var found = Places.Find(places, sale.Location, nameof(sale.Location), putAwayToo: Guid.TryParse(sale.Location, out var id) && id == kept);
        if (!found.Succeeded) return found.Problems.ToList();
        return found.Value.IsDefault ? (SalePlace?)null : new SalePlace(found.Value.Id, found.Value.Name);
    }

    private Draft DraftOf(int index, NewSale sale, IReadOnlyList<SaleLines.Priced> lines, NewSale? original, Guid id)
    {
        var zone = shop.Facts.Zone;
        if (sale.Day is { } day) return new Draft(index, id, sale, original, lines, zone.InstantOf(day.ToDateTime(TimeOnly.MinValue)), day, null);
        var at = (sale.SoldAt ?? time.GetUtcNow()).ToUniversalTime().ToMicrosecond();
        return new Draft(index, id, sale, original, lines, at, zone.DayOf(at), zone.HourOf(at));
    }

    private Sale SaleOf(Draft draft, Guid channelId, Customer? customer)
    {
        var (sale, lines) = (draft.Sale, draft.Lines);
        var summary = SaleLines.Summarize(lines.Select(line => (line.Title, line.Quantity)));
        return new Sale
        {
            Id = draft.Id,
            ShopId = shop.Id,
            ChannelId = channelId,
            LocationId = draft.Place?.Id,
            ExternalId = NumberOf(sale)?.ExternalId,
            SoldAt = draft.At,
            Day = draft.Day,
            Hour = draft.Hour,
            CustomerId = customer?.Id,
            Units = lines.Sum(line => line.Quantity),
            Gross = lines.Sum(line => line.Gross),
            Discounts = lines.Sum(line => line.Discount) + sale.OrderDiscount,
            OrderDiscount = sale.OrderDiscount,
            Shipping = sale.Shipping,
            ShippingDiscount = sale.ShippingDiscount,
            Tax = sale.Tax,
            MarketplaceTax = sale.MarketplaceTax,
            OriginalCurrency = draft.Original is { Currency: { } code } ? Currency.Of(code) : null,
            ExchangeRate = draft.Original?.ExchangeRate,
            OriginalOrderDiscount = draft.Original?.OrderDiscount,
            OriginalShipping = draft.Original?.Shipping,
            OriginalShippingDiscount = draft.Original?.ShippingDiscount,
            OriginalTax = draft.Original?.Tax,
            OriginalMarketplaceTax = draft.Original?.MarketplaceTax,
            PaidBy = sale.PaidBy,
            CostOfGoods = lines.Sum(line => line.Cost),
            Summary = summary,
            Search = SearchText.Of(sale.ExternalId, summary, customer?.Name, customer?.Email).UpTo(Sale.LongestSearch),
            Note = string.IsNullOrWhiteSpace(sale.Note) ? null : sale.Note.Trim(),
            RecordedAt = time.GetUtcNow().ToMicrosecond(),
            RecordedBy = shop.Actor.UserId,
            RecordedThrough = shop.Actor.Through,
        };
    }

    private static (string Channel, string ExternalId)? NumberOf(NewSale sale) =>
        string.IsNullOrEmpty(sale.ExternalId) ? null : (Channel.KeyOf(sale.Channel!), sale.ExternalId.Trim());

    private sealed record Numbered(string Channel, string ExternalId, Guid Id, DateOnly Day);

    private sealed record Draft(int Index, Guid Id, NewSale Sale, NewSale? Original, IReadOnlyList<SaleLines.Priced> Lines, DateTimeOffset At, DateOnly Day, byte? Hour)
    {
        public SalePlace? Place { get; init; }
    }
}

/// <summary>Whose place a sale takes.</summary>
/// <param name="Id">The id of the new sale.</param>
/// <param name="Back">What puts the pieces of the other back.</param>
/// <param name="LocationId">Where the other's pieces came from; it may have been put away since.</param>
public sealed record InPlace(Guid Id, IReadOnlyList<NewMovement> Back, Guid? LocationId);

/// <summary>What a sale needs to know of a variant.</summary>
/// <param name="Id">The variant.</param>
/// <param name="Sku">Its code.</param>
/// <param name="SkuKey">Its code as it is compared.</param>
/// <param name="Product">The product's name.</param>
/// <param name="Title">What sets the variant apart.</param>
/// <param name="Price">Its price.</param>
/// <param name="Status">How its product is offered.</param>
public sealed record SoldVariant(Guid Id, string Sku, string SkuKey, string Product, string Title, long Price, ProductStatus Status);
