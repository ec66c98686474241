using ArtisansCorner.Importing.Draft;
using ArtisansCorner.Payouts;
using ArtisansCorner.Platform.Database;
using ArtisansCorner.Platform.Tenancy;

namespace ArtisansCorner.Importing.Facts;

/// <summary>Brings what channels booked in the shop's accounts with them.</summary>
internal sealed class BringEntries(AppDb db, CurrentShop shop) : BringNumbered<DraftEntry, AccountEntry>(db)
{
    protected override (string One, string Many) Words => ("account entry", "account entries");

    protected override Task<IReadOnlyCollection<AccountEntry>> MakeAsync(ImportDraft draft, IReadOnlyList<DraftEntry> facts, Guid importId, CancellationToken cancel) =>
        Task.FromResult<IReadOnlyCollection<AccountEntry>>([.. facts.Select(fact => new AccountEntry
        {
            Id = Guid.CreateVersion7(), ShopId = shop.Id, ChannelId = draft.Channels[fact.Channel].Id!.Value, ExternalId = fact.Number, Day = fact.Day, Kind = fact.Kind,
            Title = fact.Title, OrderNumber = fact.OrderNumber, PayoutExternalId = fact.PayoutNumber, Net = fact.Net, ImportId = importId,
        })]);
}
