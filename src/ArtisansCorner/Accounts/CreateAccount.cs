using ArtisansCorner.Platform.Problems;
using Microsoft.AspNetCore.Identity;

namespace ArtisansCorner.Accounts;

/// <summary>Makes an account for an e-mail address that has none, inside the transaction that is open.</summary>
public sealed class CreateAccount(UserManager<User> users, TimeProvider time)
{
    /// <summary>The new person, or what is wrong with e-mail or password.</summary>
    public async Task<Outcome<User>> RunAsync(string email, string password)
    {
        var user = new User { Id = Guid.CreateVersion7(), UserName = email.Trim(), Email = email.Trim(), CreatedAt = time.GetUtcNow() };
        var result = await users.CreateAsync(user, password);
        if (result.Succeeded) return user;
        return result.Errors.Select(Explain).DistinctBy(problem => (problem.Code, problem.Field)).ToList();
    }

    private static Problem Explain(IdentityError error) => error.Code switch
    {
        "DuplicateEmail" or "DuplicateUserName" =>
            new Problem("email_taken", "There is already an account with this e-mail. Sign in instead?", "Email", ProblemKind.Conflict),
        "InvalidEmail" or "InvalidUserName" => new Problem("email_invalid", "This does not look like an e-mail address.", "Email"),
        "PasswordTooShort" => new Problem("password_too_short", "A password needs at least 10 characters.", "Password"),
        "PasswordRequiresUniqueChars" => new Problem("password_too_simple", "Use at least 4 different characters.", "Password"),
        _ => new Problem("account_invalid", error.Description),
    };
}
