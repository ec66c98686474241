using ArtisansCorner.Importing.Draft;
using ArtisansCorner.Payouts;
using ArtisansCorner.Platform.Database;
using ArtisansCorner.Platform.Tenancy;

namespace ArtisansCorner.Importing.Facts;

/// <summary>Brings money that arrived.</summary>
internal sealed class BringPayouts(AppDb db, CurrentShop shop, TimeProvider time) : BringNumbered<DraftPayout, Payout>(db)
{
    protected override (string One, string Many) Words => ("payout", "payouts");

    protected override Task<IReadOnlyCollection<Payout>> MakeAsync(ImportDraft draft, IReadOnlyList<DraftPayout> facts, Guid importId, CancellationToken cancel) =>
        Task.FromResult<IReadOnlyCollection<Payout>>([.. facts.Select(fact => new Payout
        {
            Id = Guid.CreateVersion7(), ShopId = shop.Id, ChannelId = draft.Channels[fact.Channel].Id!.Value, ExternalId = fact.Number, Day = fact.Day, Amount = fact.Amount,
            Account = fact.Account, ImportId = importId, RecordedAt = time.GetUtcNow(), RecordedBy = shop.Actor.UserId, RecordedThrough = Through.Import,
        })]);
}
