// Everything that others wrote and the form is made of. It is bundled by itself, so that its bytes
// are known (../library.sum), and what we wrote lies in a file of its own, which is read and searched.
import React from 'react';
import { List as ImmutableList } from 'immutable';
import { DecapCmsCore } from 'decap-cms-core';
import { ForgejoBackend } from 'decap-cms-backend-forgejo';
import { GitHubBackend } from 'decap-cms-backend-github';
import { GitLabBackend } from 'decap-cms-backend-gitlab';
import { ProxyBackend } from 'decap-cms-backend-proxy';
import { en } from 'decap-cms-locales';
import { reactSelectStyles } from 'decap-cms-ui-default';
import List from 'decap-cms-widget-list';
import ObjectWidget from 'decap-cms-widget-object';
import Line from 'decap-cms-widget-string';
import Text from 'decap-cms-widget-text';
import AsyncCreatableSelect from 'react-select/async-creatable';
import { Document, LineCounter, isMap, isScalar, isSeq, parseDocument, visit } from 'yaml';

globalThis.Pustaka = {
  React,
  CMS: DecapCmsCore,
  ImmutableList,
  backends: { forgejo: ForgejoBackend, github: GitHubBackend, gitlab: GitLabBackend, proxy: ProxyBackend },
  english: en,
  reactSelectStyles,
  widgets: [List, ObjectWidget, Line, Text],
  AsyncCreatableSelect,
  yaml: { Document, LineCounter, isMap, isScalar, isSeq, parseDocument, visit },
};
