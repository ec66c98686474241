using ArtisansCorner.Platform.Database;
using ArtisansCorner.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Sales;

/// <summary>Finds the channel and the customer that a sale names, or writes them down; inside the transaction that is open.</summary>
public sealed class SaleParties(AppDb db, CurrentShop shop, TimeProvider time)
{
    private static readonly PerModel<Func<AppDb, List<string>, IAsyncEnumerable<Channel>>> Channels = new(_ => EF.CompileAsyncQuery((AppDb db, List<string> keys) =>
        db.Set<Channel>().AsNoTracking().Where(channel => keys.Contains(channel.Key))));

    /// <summary>The channel of this name, in any case.</summary>
    public async Task<Channel> ChannelAsync(string name, CancellationToken cancel)
    {
        var key = Channel.KeyOf(name);
        return await db.FindOrAddAsync(
            () => db.Channels.AsNoTracking().FirstOrDefaultAsync(channel => channel.Key == key, cancel),
            () => new Channel { Id = Guid.CreateVersion7(), ShopId = shop.Id, Name = name.Trim(), Key = key },
            cancel);
    }

    /// <summary>The channels of these keys that are there, by key.</summary>
    public async Task<Dictionary<string, Channel>> ChannelsAsync(List<string> keys, CancellationToken cancel) =>
        await Channels.Of(db)(db, keys).ToDictionaryAsync(channel => channel.Key, cancellationToken: cancel);

    /// <summary>
    /// The customers that sales name, in order, each known by e-mail, else by the channel's identity; nothing for a sale that names
    /// nobody who could be known again. When another writes one of them down at the same moment, a unique index refuses it.
    /// </summary>
    public async Task<IReadOnlyList<Customer?>> CustomersAsync(IReadOnlyList<(NewCustomer? Who, Guid ChannelId)> buyers, CancellationToken cancel)
    {
        var emails = buyers.Select(buyer => Customer.EmailKeyOf(buyer.Who?.Email)).OfType<string>().Distinct().ToList();
        var numbers = buyers.Select(buyer => Trimmed(buyer.Who?.ExternalId)).OfType<string>().Distinct().ToList();
        if (emails.Count == 0 && numbers.Count == 0) return new Customer?[buyers.Count];
        var known = await db.Customers.AsNoTracking().Where(customer => emails.Contains(customer.EmailKey!) || numbers.Contains(customer.ExternalId!)).ToListAsync(cancel);
        var byEmail = known.Where(customer => customer.EmailKey is not null).ToDictionary(customer => customer.EmailKey!);
        var byNumber = known.Where(customer => customer.ExternalId is not null).ToDictionary(customer => (customer.ChannelId, customer.ExternalId!));
        List<Customer?> found = [];
        foreach (var (who, channelId) in buyers)
        {
            var (email, number) = (Customer.EmailKeyOf(who?.Email), Trimmed(who?.ExternalId));
            var customer = (email is null ? null : byEmail.GetValueOrDefault(email)) ?? (number is null ? null : byNumber.GetValueOrDefault((channelId, number)));
            if (customer is null && (email ?? number) is not null)
            {
                db.Customers.Add(customer = Make(who!, email, number, channelId));
                if (email is not null) byEmail.Add(email, customer);
                if (number is not null) byNumber.Add((channelId, number), customer);
            }

            found.Add(customer);
        }

        await db.SaveChangesAsync(cancel);
        return found;
    }

    private Customer Make(NewCustomer who, string? email, string? number, Guid channelId) => new()
    {
        Id = Guid.CreateVersion7(),
        ShopId = shop.Id,
        Name = Trimmed(who.Name),
        Email = Trimmed(who.Email),
        EmailKey = email,
        ChannelId = number is null ? null : channelId,
        ExternalId = number,
        Country = Trimmed(who.Country),
        Region = Trimmed(who.Region),
        City = Trimmed(who.City),
        Postcode = Trimmed(who.Postcode),
        Search = Customer.SearchOf(who.Name, who.Email, number),
        CreatedAt = time.GetUtcNow(),
    };

    private static string? Trimmed(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
