// The hosts of git, without what they would ask of third parties: pictures of people, and a page that
// tells how GitHub is doing. The page forbids both; so nobody is shown a broken picture or a warning.
const { backends } = globalThis.Pustaka;

const discreet = (Backend) =>
  class extends Backend {
    async authenticate(state) {
      const user = await super.authenticate(state);
      return { ...user, avatar_url: undefined };
    }
  };

class GitHub extends discreet(backends.github) {
  async status() {
    const user = await this.api?.getUser({ token: this.token ?? '' }).catch(() => null);
    return { auth: { status: Boolean(user) }, api: { status: true, statusPage: '' } };
  }
}

export const known = {
  forgejo: discreet(backends.forgejo),
  github: GitHub,
  gitlab: discreet(backends.gitlab),
  proxy: backends.proxy,
};
