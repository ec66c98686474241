using ArtisansCorner.Platform.Database;
using ArtisansCorner.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Sales;

/// <summary>Finds the channel and the customer that a sale names, or writes them down; inside the transaction that is open.</summary>
public sealed class SaleParties(AppDb db, CurrentShop shop, TimeProvider time)
{
    /// <summary>The channel of this name, in any case.</summary>
    public async Task<Channel> ChannelAsync(string name, CancellationToken cancel)
    {
        var key = Channel.KeyOf(name);
        return await db.FindOrAddAsync(
            () => db.Channels.AsNoTracking().FirstOrDefaultAsync(channel => channel.Key == key, cancel),
            () => new Channel { Id = Guid.CreateVersion7(), ShopId = shop.Id, Name = name.Trim(), Key = key },
            cancel);
    }

    /// <summary>The customer known by e-mail, else by the channel's identity; nothing when the sale names nobody that could be known again.</summary>
    public async Task<Customer?> CustomerAsync(NewCustomer? who, Guid channelId, CancellationToken cancel)
    {
        var email = Customer.EmailKeyOf(who?.Email);
        var externalId = string.IsNullOrWhiteSpace(who?.ExternalId) ? null : who.ExternalId.Trim();
        if (who is null || (email is null && externalId is null)) return null;
        var customers = db.Customers.AsNoTracking();
        return await db.FindOrAddAsync(
            async () => (email is null ? null : await customers.FirstOrDefaultAsync(customer => customer.EmailKey == email, cancel))
                ?? (externalId is null ? null : await customers.FirstOrDefaultAsync(customer => customer.ChannelId == channelId && customer.ExternalId == externalId, cancel)),
            () => new Customer
            {
                Id = Guid.CreateVersion7(),
                ShopId = shop.Id,
                Name = Trimmed(who.Name),
                Email = Trimmed(who.Email),
                EmailKey = email,
                ChannelId = externalId is null ? null : channelId,
                ExternalId = externalId,
                Country = Trimmed(who.Country),
                Region = Trimmed(who.Region),
                City = Trimmed(who.City),
                Postcode = Trimmed(who.Postcode),
                Search = Customer.SearchOf(who.Name, who.Email, externalId),
                CreatedAt = time.GetUtcNow(),
            },
            cancel);
    }

    private static string? Trimmed(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
