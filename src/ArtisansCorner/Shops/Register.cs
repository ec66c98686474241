using ArtisansCorner.Accounts;
using ArtisansCorner.Platform.Database;
using ArtisansCorner.Platform.Problems;
using ArtisansCorner.Platform.Tenancy;

namespace ArtisansCorner.Shops;

/// <summary>Makes an account and its first shop together, or neither, and signs in.</summary>
public sealed class Register(AppDb db, CreateAccount createAccount, OpenShop openShop, StartSession session)
{
    /// <summary>The new person and shop, or everything that is wrong.</summary>
    public async Task<Outcome<Registered>> RunAsync(string email, string password, NewShop shop, Through through, CancellationToken cancel)
    {
        if (OpenShop.Check(shop) is { Count: > 0 } problems) return problems;
        Registered made;
        User user;
        await using (var write = await db.BeginWriteAsync(cancel))
        {
            var account = await createAccount.RunAsync(email, password);
            if (!account.Succeeded) return account.Problems.ToList();
            var opened = await openShop.RunAsync(account.Value.Id, through, shop, cancel);
            if (!opened.Succeeded) return opened.Problems.ToList();
            await write.CommitAsync(cancel);
            user = account.Value;
            made = new Registered(user.Id, opened.Value.Id, opened.Value.Slug);
        }

        // After the write: the session is written by a transaction of its own.
        await session.RunAsync(user, remember: true);
        return made;
    }
}

/// <summary>Who registered, and the shop that was opened.</summary>
/// <param name="UserId">The person.</param>
/// <param name="ShopId">The shop.</param>
/// <param name="Slug">The shop's name in addresses.</param>
public sealed record Registered(Guid UserId, Guid ShopId, string Slug);
