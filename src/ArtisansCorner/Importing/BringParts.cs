using ArtisansCorner.Catalog;
using ArtisansCorner.Importing.Draft;
using ArtisansCorner.Platform.Database;
using ArtisansCorner.Platform.Tenancy;
using ArtisansCorner.Sales;
using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Importing;

/// <summary>Makes the channels, products and customers that a draft needs and the shop does not have yet.</summary>
internal sealed class BringParts(AppDb db, CurrentShop shop, FindPresence presence, BringCustomers customers, TimeProvider time)
{
    private const int AtOnce = 1_000;

    /// <summary>Makes them and notes their ids in the draft.</summary>
    public Task RunAsync(ImportDraft draft, Guid importId, CancellationToken cancel) => BringAsync(
        draft,
        importId,
        async () =>
        {
            await BringChannelsAsync(draft, importId, cancel);
            await BringProductsAsync(draft, importId, cancel);
            await customers.RunAsync(draft, importId, cancel);
        },
        cancel);

    /// <summary>Makes the customers alone, and the channels that know them, and notes their ids in the draft.</summary>
    public Task CustomersAsync(ImportDraft draft, Guid importId, CancellationToken cancel) => BringAsync(
        draft,
        importId,
        async () =>
        {
            await BringChannelsAsync(draft, importId, cancel);
            await customers.RunAsync(draft, importId, cancel);
        },
        cancel);

    // Someone may make one of them at this very moment: theirs is ours too.
    private Task BringAsync(ImportDraft draft, Guid importId, Func<Task> bring, CancellationToken cancel) =>
        db.TryAgainAsync(bring, () => presence.FindPartsAnewAsync(draft, importId, cancel));

    /// <summary>What the import brought, counted where it stands.</summary>
    public async Task<ImportAdds> CountAsync(Guid importId, OrderCounts orders, CancellationToken cancel) => new(
        orders.Sales,
        orders.Refunds,
        await db.Products.CountAsync(product => product.ImportId == importId, cancel),
        await db.Customers.CountAsync(customer => customer.ImportId == importId, cancel),
        orders.Completed);

    private async Task BringChannelsAsync(ImportDraft draft, Guid importId, CancellationToken cancel)
    {
        var used = draft.Customers.Where(customer => customer is { Id: null, EmailKey: null }).Select(customer => customer.Channel).ToHashSet();
        var missing = Enumerable.Range(0, draft.Channels.Count).Where(at => (used.Contains(at) || draft.Channels[at].Used) && draft.Channels[at].Id is null).Select(at => draft.Channels[at]).ToList();
        if (missing.Count == 0) return;
        var made = missing.ConvertAll(channel => new Channel { Id = Guid.CreateVersion7(), ShopId = shop.Id, Name = channel.Name, Key = channel.Key });
        await using var write = await db.BeginWriteAsync(cancel);
        db.Channels.AddRange(made);
        var import = await db.Imports.FirstAsync(row => row.Id == importId, cancel);
        var plan = ImportPlan.Of(import);
        import.Plan = (plan with { ChannelsMade = [.. plan.ChannelsMade, .. made.Select(channel => channel.Id)] }).ToJson();
        await write.CommitAsync(cancel);
        db.ChangeTracker.Clear();
        for (var i = 0; i < made.Count; i++) missing[i].Id = made[i].Id;
    }

    private async Task BringProductsAsync(ImportDraft draft, Guid importId, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        var named = draft.Products;
        foreach (var some in Enumerable.Range(0, named.Count).Where(at => named[at] is { Used: true, VariantId: null }).Chunk(AtOnce))
        {
            var products = some.Select(at => new Product
            {
                Id = Guid.CreateVersion7(), ShopId = shop.Id, Name = named.NameOf(at), ImportId = importId,
                CreatedAt = now, CreatedBy = shop.Actor.UserId, CreatedThrough = Through.Import,
            }).ToList();
            var variants = some.Select((at, place) => new Variant
            {
                Id = Guid.CreateVersion7(), ShopId = shop.Id, ProductId = products[place].Id, Sku = named.SkuOf(at), Price = named[at].Price,
            }.FoundBy(products[place].Name)).ToList();
            await using var write = await db.BeginWriteAsync(cancel);
            await db.Engine.InsertAsync(db, products, cancel);
            await db.Engine.InsertAsync(db, variants, cancel);
            await write.CommitAsync(cancel);
            for (var i = 0; i < some.Length; i++) named[some[i]].VariantId = variants[i].Id;
        }
    }
}
