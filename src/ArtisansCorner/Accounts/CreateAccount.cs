using ArtisansCorner.Platform.Database;
using ArtisansCorner.Platform.Problems;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Accounts;

/// <summary>Makes an account for an e-mail address that has none, inside the transaction that is open.</summary>
public sealed class CreateAccount(AppDb db, UserManager<User> users, TimeProvider time)
{
    private static readonly Problem Taken = new("email_taken", "There is already an account with this e-mail. Sign in instead?", "Email", ProblemKind.Conflict);

    /// <summary>The new person, or what is wrong with e-mail or password.</summary>
    public async Task<Outcome<User>> RunAsync(string email, string password)
    {
        var user = new User { Id = Guid.CreateVersion7(), UserName = email.Trim(), Email = email.Trim(), CreatedAt = time.GetUtcNow() };
        var result = await CreateAsync(user, password);
        if (result is null) return Taken;
        if (result.Succeeded) return user;
        return result.Errors.Select(Explain).DistinctBy(problem => (problem.Code, problem.Field)).ToList();
    }

    /// <summary>Nothing when someone else took the address between our looking and our saving.</summary>
    private async Task<IdentityResult?> CreateAsync(User user, string password)
    {
        try
        {
            return await users.CreateAsync(user, password);
        }
        catch (DbUpdateException problem) when (db.Engine.IsDuplicate(problem))
        {
            db.Entry(user).State = EntityState.Detached;
            return null;
        }
    }

    private static Problem Explain(IdentityError error) => error.Code switch
    {
        "DuplicateEmail" or "DuplicateUserName" => Taken,
        "InvalidEmail" or "InvalidUserName" => new Problem("email_invalid", "This does not look like an e-mail address.", "Email"),
        "PasswordTooShort" => new Problem("password_too_short", "A password needs at least 10 characters.", "Password"),
        "PasswordRequiresUniqueChars" => new Problem("password_too_simple", "Use at least 4 different characters.", "Password"),
        _ => new Problem("account_invalid", error.Description),
    };
}
