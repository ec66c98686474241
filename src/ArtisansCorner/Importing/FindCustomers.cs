using ArtisansCorner.Importing.Draft;
using ArtisansCorner.Platform.Database;
using ArtisansCorner.Sales;
using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Importing;

/// <summary>Finds the customers that a draft needs now: by e-mail, else by the number that their channel gave them. Nobody is looked for twice.</summary>
internal sealed class FindCustomers(AppDb db)
{
    private const int AtOnce = 1000;

    // Whether the shop had any when it was first looked at: what is written meanwhile is known, or shows itself as a duplicate.
    private bool? had;
    private bool anew;

    /// <summary>Fills in who they are; the channels are known.</summary>
    public async Task RunAsync(ImportDraft draft, Guid importId, CancellationToken cancel)
    {
        var needed = draft.Customers.ToList();
        if (needed.Count == 0) return;
        had ??= await db.Customers.AnyAsync(cancel);
        List<DraftCustomer> unknown = [];
        foreach (var customer in needed)
        {
            var known = draft.KnownCustomers.Of(customer);
            // Who was here at the preview may be gone.
            (customer.Id, customer.IsHere) = (known?.Id, known?.IsHere == true);
            if (known is null || (known.Value.Id is null && anew)) unknown.Add(customer);
        }

        anew = false;
        if (had == true)
        {
            await LookAsync(draft, unknown, importId, cancel);
            await RecallAsync(draft, needed, cancel);
        }

        foreach (var customer in unknown.Where(customer => customer.Id is null)) draft.KnownCustomers.Set(customer, CustomerGaps.None);
    }

    /// <summary>Looks once more for all who are not here, for somebody made one of them meanwhile.</summary>
    public void LookAnew() => (had, anew) = (true, true);

    private async Task LookAsync(ImportDraft draft, List<DraftCustomer> unknown, Guid importId, CancellationToken cancel)
    {
        foreach (var some in unknown.Where(customer => customer.EmailKey is not null).Chunk(AtOnce))
        {
            var keys = some.Select(customer => customer.EmailKey).Distinct().ToList();
            Put(draft, some, await db.Customers.AsNoTracking().Where(customer => keys.Contains(customer.EmailKey)).ToDictionaryAsync(row => row.EmailKey!, cancel), customer => customer.EmailKey!, importId);
        }

        foreach (var alike in unknown.Where(customer => customer.EmailKey is null).GroupBy(customer => customer.Channel))
        {
            if (draft.Channels[alike.Key].Id is not { } channelId) continue;
            foreach (var some in alike.Chunk(AtOnce))
            {
                var numbers = some.Select(customer => customer.ExternalId).Distinct().ToList();
                Put(draft, some, await db.Customers.AsNoTracking().Where(customer => customer.ChannelId == channelId && numbers.Contains(customer.ExternalId)).ToDictionaryAsync(row => row.ExternalId!, cancel), customer => customer.ExternalId!, importId);
            }
        }
    }

    private static void Put(ImportDraft draft, DraftCustomer[] some, Dictionary<string, Customer> rows, Func<DraftCustomer, string> keyOf, Guid importId)
    {
        foreach (var customer in some)
        {
            if (!rows.TryGetValue(keyOf(customer), out var row)) continue;
            (customer.Id, customer.IsHere) = (row.Id, row.ImportId != importId);
            draft.KnownCustomers.Set(customer, customer.IsHere ? CustomerGaps.None : GapsOf(row));
        }
    }

    /// <summary>Sales are found under the name of their buyer, though another row of the file than theirs told it.</summary>
    private async Task RecallAsync(ImportDraft draft, List<DraftCustomer> needed, CancellationToken cancel)
    {
        var nameless = needed.Where(customer => customer is { Name: null, Id: not null, IsHere: false } && draft.KnownCustomers.Of(customer) is { } known && !known.Gaps.HasFlag(CustomerGaps.Name)).ToList();
        foreach (var some in nameless.Chunk(AtOnce))
        {
            var ids = some.Select(customer => customer.Id!.Value).ToList();
            var names = await db.Customers.Where(customer => ids.Contains(customer.Id)).ToDictionaryAsync(customer => customer.Id, customer => customer.Name, cancel);
            foreach (var customer in some) customer.Name = names.GetValueOrDefault(customer.Id!.Value);
        }
    }

    private static CustomerGaps GapsOf(Customer row) => new DraftCustomer { Channel = 0, Name = row.Name, Country = row.Country, Region = row.Region, City = row.City, Postcode = row.Postcode }.Gaps;
}
