using ArtisansCorner.Importing.Draft;
using ArtisansCorner.Platform.Database;
using ArtisansCorner.Platform.Tenancy;
using ArtisansCorner.Sales;
using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Importing;

/// <summary>Makes the customers that a draft needs now and the shop does not have, and completes those that this import made of rows that said less.</summary>
internal sealed class BringCustomers(AppDb db, CurrentShop shop, TimeProvider time)
{
    private const int AtOnce = 5_000;

    /// <summary>Makes them and notes their ids; the channels that know them stand.</summary>
    public async Task RunAsync(ImportDraft draft, Guid importId, CancellationToken cancel)
    {
        var needed = draft.Customers.ToList();
        foreach (var some in needed.Where(customer => customer.Id is null).GroupBy(customer => customer.Key).Chunk(AtOnce)) await MakeAsync(draft, some, importId, cancel);
        foreach (var some in needed.Where(customer => CanComplete(draft, customer)).Chunk(AtOnce)) await CompleteAsync(draft, some, importId, cancel);
    }

    private async Task MakeAsync(ImportDraft draft, IReadOnlyList<IEnumerable<DraftCustomer>> some, Guid importId, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        List<Customer> rows = [];
        foreach (var alike in some)
        {
            // Rows that are far from each other may tell of one.
            var customer = alike.First();
            foreach (var other in alike.Skip(1)) customer.Complete(other);
            rows.Add(new Customer
            {
                Id = Guid.CreateVersion7(), ShopId = shop.Id, Name = customer.Name, Email = customer.Email, EmailKey = customer.EmailKey,
                ChannelId = customer.EmailKey is null ? draft.Channels[customer.Channel].Id : null, ExternalId = customer.ExternalId,
                Country = customer.Country, Region = customer.Region, City = customer.City, Postcode = customer.Postcode,
                Search = Customer.SearchOf(customer.Name, customer.Email, customer.ExternalId), ImportId = customer.ImportId ?? importId, CreatedAt = now,
            });
        }

        await using (var write = await db.BeginWriteAsync(cancel))
        {
            await db.Engine.InsertAsync(db, rows, cancel);
            await write.CommitAsync(cancel);
        }

        foreach (var (alike, row) in some.Zip(rows))
        {
            var gaps = alike.First().Gaps;
            foreach (var customer in alike)
            {
                (customer.Id, customer.Name) = (row.Id, row.Name);
                draft.KnownCustomers.Set(customer, gaps);
            }
        }
    }

    private static bool CanComplete(ImportDraft draft, DraftCustomer customer) =>
        customer is { Id: not null, IsHere: false } && draft.KnownCustomers.Of(customer) is { } known && (known.Gaps & ~customer.Gaps) != CustomerGaps.None;

    private async Task CompleteAsync(ImportDraft draft, IReadOnlyList<DraftCustomer> some, Guid importId, CancellationToken cancel)
    {
        var ids = some.Select(customer => customer.Id!.Value).Distinct().ToList();
        await using var write = await db.BeginWriteAsync(cancel);
        var rows = await db.Customers.Where(customer => ids.Contains(customer.Id) && customer.ImportId == importId).ToDictionaryAsync(customer => customer.Id, cancel);
        foreach (var customer in some)
        {
            if (!rows.TryGetValue(customer.Id!.Value, out var row)) continue;
            row.Name ??= customer.Name;
            row.Country ??= customer.Country;
            row.Region ??= customer.Region;
            row.City ??= customer.City;
            row.Postcode ??= customer.Postcode;
            row.Search = Customer.SearchOf(row.Name, row.Email, row.ExternalId);
            draft.KnownCustomers.Set(customer, draft.KnownCustomers.Of(customer)!.Value.Gaps & customer.Gaps);
        }

        await db.SaveChangesAsync(cancel);
        await write.CommitAsync(cancel);
        db.ChangeTracker.Clear();
    }
}
